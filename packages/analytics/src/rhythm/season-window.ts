import { calendarParts } from "@mainstay/domain/calendar/day-number";
import { lunarDateOf } from "@mainstay/domain/calendar/lunar-calendar";
import type { SeasonWindow } from "./rhythm-score.ts";
import { dayOfPhase, phaseOf, phaseYearOf, type SeasonCalendar } from "./season-calendar.ts";
import type { SeasonSlots } from "./season-slots.ts";

const halfWindowDays = 21;
const yearsAsked = 3;
const hitsNeeded = 2;
const leastSpreadDays = 3;

/** A window whose usual order did not come: when it counts as closed, and how many days its last usual day is past. */
export interface ClosedSeason {
  slot: number;
  closedOn: number;
  daysPast: number;
}

interface WindowVisit {
  year: number;
  day: number;
}

/** First order-day of each year inside a window: no farther than three weeks from its usual days. */
const visitsOf = (
  slots: SeasonSlots,
  slot: number,
  days: Int32Array,
  count: number,
): WindowVisit[] => {
  const visits: WindowVisit[] = [];
  const calendar = slots.slotCalendar[slot]!;
  const early = Math.min(slots.earliest[slot]!, slots.centre[slot]! - halfWindowDays);
  const late = Math.max(slots.latest[slot]!, slots.centre[slot]! + halfWindowDays);
  for (let i = 0; i < count; i++) {
    const day = days[i]!;
    const around = phaseYearOf(calendar, day);
    for (let year = around - 1; year <= around + 1; year++) {
      const from = dayOfPhase(calendar, year, early);
      const to = dayOfPhase(calendar, year, late);
      if (day < from - 0.5 || day > to + 0.5) continue;
      if (!visits.some((visit) => visit.year === year)) visits.push({ year, day });
      break;
    }
  }
  return visits;
};

/** The season's own usual spread (days): of its first order-days, at least three. */
const usualSpread = (slots: SeasonSlots, slot: number): number =>
  Math.max(leastSpreadDays, (slots.latest[slot]! - slots.earliest[slot]!) / 2);

/**
 * The hard rule (formulas § 5): an account that ordered in the same window (± 3 weeks) in at least two of the last three
 * years is expected there again; the window is closed when it has passed by more than its own usual spread without any
 * order since it opened. Returns the latest such window, or null.
 */
export const closedSeason = (
  slots: SeasonSlots,
  days: Int32Array,
  count: number,
  asOf: number,
): ClosedSeason | null => {
  let found: ClosedSeason | null = null;
  const lastDay = days[count - 1]!;
  for (let slot = 0; slot < slots.slotCount; slot++) {
    const spread = usualSpread(slots, slot);
    let year = phaseYearOf(slots.slotCalendar[slot]!, asOf) + 1;
    const closingOf = (y: number) =>
      dayOfPhase(slots.slotCalendar[slot]!, y, slots.latest[slot]!) + spread;
    while (closingOf(year) >= asOf) year--;
    const closedOn = Math.ceil(closingOf(year));
    const opened =
      dayOfPhase(slots.slotCalendar[slot]!, year, slots.earliest[slot]!) - halfWindowDays;
    if (lastDay >= opened || asOf - closedOn > 300) continue;
    const hits = visitsOf(slots, slot, days, count).filter(
      (visit) => visit.year < year && visit.year >= year - yearsAsked,
    ).length;
    if (hits < hitsNeeded) continue;
    if (found && closedOn <= found.closedOn) continue;
    const lastUsualDay = dayOfPhase(slots.slotCalendar[slot]!, year, slots.latest[slot]!);
    found = { slot, closedOn, daysPast: Math.max(1, Math.floor(asOf - lastUsualDay)) };
  }
  return found;
};

const monthDayOf = (calendar: SeasonCalendar, year: number, phase: number) => {
  const day = Math.round(dayOfPhase(calendar, year, phase));
  const { month, day: dayOfMonth } = calendar === "solar" ? calendarParts(day) : lunarDateOf(day);
  return { month, day: dayOfMonth };
};

/** Describes the windows of an account for people: from–to, and the first order of each earlier year. */
export const describeSeasons = (
  slots: SeasonSlots,
  days: Int32Array,
  count: number,
  first: number,
): SeasonWindow[] => {
  const order = Array.from({ length: slots.slotCount }, (_, slot) => slot);
  order.sort(
    (a, b) => Number(b === first) - Number(a === first) || slots.centre[a]! - slots.centre[b]!,
  );
  return order.map((slot) => {
    const calendar = slots.slotCalendar[slot]!;
    const year = phaseYearOf(calendar, days[count - 1]!);
    const isSolar = calendar === "solar";
    // A common year without a leap month, so that the window reads as it does in most years.
    const typicalYear = isSolar ? 2023 : 2021;
    const visits = visitsOf(slots, slot, days, count);
    const [early, late] = [slots.earliest[slot]!, slots.latest[slot]!];
    const offset = (phase: number) =>
      Math.round(phaseOf("new_year_offset", Math.round(dayOfPhase(calendar, year, phase))));
    return {
      calendar: isSolar ? "solar" : "lunar",
      from: monthDayOf(calendar, typicalYear, early),
      to: monthDayOf(calendar, typicalYear, late),
      daysFromNewYear: isSolar ? null : { from: offset(early), to: offset(late) },
      firstOrders: visits.map((visit) => visit.day),
      yearsSeen: slots.hits[slot]! + slots.misses[slot]!,
      yearsOrdered: slots.hits[slot]!,
    };
  });
};
