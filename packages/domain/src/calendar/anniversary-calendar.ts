/** In which calendar a yearly day is told; apart from the lunar tables, so that a page may name it without them. */
export const anniversaryCalendars = ["solar", "lunar"] as const;
export type AnniversaryCalendar = (typeof anniversaryCalendars)[number];
