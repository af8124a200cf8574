import { dayNumberFromIso, type IsoDay } from "../calendar/day-number.ts";

/** How often a plan comes back. Seconds, minutes and hours are no rhythm of a calendar of days. */
export const recurrenceFrequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
export type RecurrenceFrequency = (typeof recurrenceFrequencies)[number];

/** Days of the week as RFC 5545 names them, Monday first. */
export const weekdayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type WeekdayCode = (typeof weekdayCodes)[number];

/**
 * A rule of repetition, the part of RFC 5545 that people use: every so many days, weeks, months or years, so often or until a
 * day, in a week on chosen days. Monthly on the 29th to 31st leaves out months without that day, as the standard says.
 */
export interface RecurrenceRule {
  readonly frequency: RecurrenceFrequency;
  readonly interval: number;
  readonly count: number | null;
  readonly untilOn: IsoDay | null;
  readonly weekdays: readonly WeekdayCode[];
}

/** A rule that would go on longer than this is refused rather than cut. */
export const mostOccurrences = 1_000;
const mostInterval = 99;

const whole = (text: string, most: number): number | null => {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
};

/** `20261231`, or with a time of day that does not matter here. */
const untilDay = (text: string): IsoDay | null => {
  const parts = /^(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?$/.exec(text);
  if (!parts) return null;
  const on = `${parts[1]}-${parts[2]}-${parts[3]}`;
  return dayNumberFromIso(on) === null ? null : on;
};

/**
 * Reads an RRULE (with or without the name in front). Null for anything this calendar does not keep: unknown or doubled parts,
 * COUNT beside UNTIL, more than 1,000 times, days of the week outside a weekly rule.
 */
export const parseRecurrence = (text: string): RecurrenceRule | null => {
  const parts = new Map<string, string>();
  for (const piece of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .split(";")) {
    const [name = "", value = "", more] = piece.split("=");
    if (more !== undefined || value === "" || parts.has(name)) return null;
    parts.set(name, value);
  }
  const known = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"];
  if ([...parts.keys()].some((name) => !known.includes(name))) return null;
  const frequency = recurrenceFrequencies.find((one) => one === parts.get("FREQ"));
  const interval = whole(parts.get("INTERVAL") ?? "1", mostInterval);
  const count = parts.has("COUNT") ? whole(parts.get("COUNT") ?? "", mostOccurrences) : null;
  const untilOn = parts.has("UNTIL") ? untilDay(parts.get("UNTIL") ?? "") : null;
  if (frequency === undefined || interval === null) return null;
  if (parts.has("COUNT") && (count === null || parts.has("UNTIL"))) return null;
  if (parts.has("UNTIL") && untilOn === null) return null;
  if (parts.has("WKST") && parts.get("WKST") !== "MO") return null;
  const days = parts.get("BYDAY")?.split(",") ?? [];
  if (days.some((one) => !weekdayCodes.includes(one as WeekdayCode))) return null;
  if (days.length > 0 && frequency !== "WEEKLY") return null;
  const weekdays = weekdayCodes.filter((one) => days.includes(one));
  return { frequency, interval, count, untilOn, weekdays };
};

/** Writes a rule the one way it is kept. */
export const writeRecurrence = (rule: RecurrenceRule): string =>
  [
    `FREQ=${rule.frequency}`,
    ...(rule.interval > 1 ? [`INTERVAL=${rule.interval}`] : []),
    ...(rule.count === null ? [] : [`COUNT=${rule.count}`]),
    ...(rule.untilOn === null ? [] : [`UNTIL=${rule.untilOn.replaceAll("-", "")}`]),
    ...(rule.weekdays.length > 0 ? [`BYDAY=${rule.weekdays.join(",")}`] : []),
  ].join(";");
