import type { DayView } from "@mainstay/contract/day";
import { anniversariesBetween, anniversaryKeysOf } from "@mainstay/domain/calendar/anniversary";
import {
  calendarParts,
  type DayNumber,
  dayNumberFromIso,
  type IsoDay,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import { lunarDateOf } from "@mainstay/domain/calendar/lunar-calendar";
import { type CommemorativeKind, isRoundAnniversary } from "@mainstay/domain/day/commemorative-day";
import { festivalsBetween } from "@mainstay/domain/day/festival";
import type { Db } from "../platform/db/database-handles.ts";
import {
  type DayScope,
  getLeapMonthHabit,
  listBirthdays,
  listContractsByMonthDay,
  listJobsByMonthDay,
} from "./day-queries.ts";

interface Window extends DayScope {
  readonly today: IsoDay;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly kinds: readonly CommemorativeKind[];
}

const nothing = {
  calendar: null,
  festival: null,
  years: null,
  isRound: false,
  person: null,
  account: null,
  manager: null,
} as const;

const party = (id: string | null, name: string | null) =>
  id !== null && name !== null ? { id, name } : null;

/** The day on which the date comes back within the window, with the full years since; the date's own year is none. */
const returnOf = (
  since: IsoDay,
  { from, to }: Window,
): { day: DayNumber; years: number } | null => {
  const begun = dayNumberFromIso(since);
  if (begun === null) return null;
  const { year, month, day: dayOfMonth } = calendarParts(begun);
  const anniversary = {
    calendar: "solar",
    month,
    day: dayOfMonth,
    year: null,
    isLeapMonth: false,
  } as const;
  const [day] = anniversariesBetween(anniversary, from, to);
  if (day === undefined) return null;
  const years = calendarParts(day).year - year;
  return years >= 1 ? { day, years } : null;
};

/** Birthdays, work and cooperation anniversaries and festivals within a window, soonest first. */
export const readUpcomingDays = async (db: Db, window: Window): Promise<DayView[]> => {
  const { from, to, kinds, today } = window;
  const now = dayNumberFromIso(today) ?? from;
  const found: Omit<DayView, "on" | "daysAway" | "lunar">[] = [];
  const dayOf = new Map<string, DayNumber>();
  const add = (day: DayNumber, view: (typeof found)[number]) => {
    found.push(view);
    dayOf.set(view.key, day);
  };
  const keys: string[] = [];
  const monthDays: number[] = [];
  for (let day = from; day <= to; day++) {
    keys.push(...anniversaryKeysOf(day));
    const { month, day: dayOfMonth } = calendarParts(day);
    monthDays.push(month * 100 + dayOfMonth);
    if (month === 2 && dayOfMonth === 28) monthDays.push(229);
  }
  if (kinds.includes("birthday")) {
    const habit = await getLeapMonthHabit(db, window.tenantId);
    for (const row of await listBirthdays(db, window, keys, today)) {
      for (const day of anniversariesBetween(row.value, from, to, habit)) {
        add(day, {
          ...nothing,
          key: `birthday-${row.fact_id}-${day}`,
          kind: "birthday",
          calendar: row.value.calendar,
          person: { id: row.person_id, name: row.person_name, title: row.title },
          account: party(row.account_id, row.account_name),
          manager: party(row.manager_id, row.manager_name),
        });
      }
    }
  }
  if (kinds.includes("work_anniversary")) {
    for (const row of await listJobsByMonthDay(db, window, monthDays)) {
      const back = returnOf(row.since, window);
      if (!back || !isRoundAnniversary(back.years)) continue;
      add(back.day, {
        ...nothing,
        key: `work-${row.position_id}-${back.day}`,
        kind: "work_anniversary",
        years: back.years,
        isRound: true,
        person: { id: row.person_id, name: row.person_name, title: row.title },
        account: party(row.account_id, row.account_name),
        manager: party(row.manager_id, row.manager_name),
      });
    }
  }
  if (kinds.includes("cooperation_anniversary")) {
    for (const row of await listContractsByMonthDay(db, window, monthDays, today)) {
      const back = returnOf(row.since, window);
      if (!back) continue;
      add(back.day, {
        ...nothing,
        key: `cooperation-${row.account_id}-${back.day}`,
        kind: "cooperation_anniversary",
        years: back.years,
        isRound: isRoundAnniversary(back.years),
        account: party(row.account_id, row.account_name),
        manager: party(row.manager_id, row.manager_name),
      });
    }
  }
  if (kinds.includes("festival")) {
    for (const { festival, day } of festivalsBetween(from, to))
      add(day, { ...nothing, key: `festival-${festival}-${day}`, kind: "festival", festival });
  }
  return found
    .map((view) => {
      const day = dayOf.get(view.key) ?? from;
      const { month, day: lunarDay, isLeapMonth } = lunarDateOf(day);
      const lunar = { month, day: lunarDay, isLeapMonth };
      return { ...view, on: isoFromDayNumber(day), daysAway: day - now, lunar };
    })
    .sort((a, b) => a.daysAway - b.daysAway || (a.key < b.key ? -1 : 1));
};
