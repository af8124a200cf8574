/** What somebody plans in the calendar: 拜访, 会议, 电话, 其他. */
export const calendarEntryKinds = ["visit", "meeting", "call", "other"] as const;
export type CalendarEntryKind = (typeof calendarEntryKinds)[number];
