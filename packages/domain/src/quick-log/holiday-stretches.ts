import { type DayNumber, dayNumberFromIso, dayNumberOf } from "../calendar/day-number.ts";

/** Days off in a row, under the name of their holiday. */
export interface HolidayStretch {
  readonly label: string;
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** The holidays of a workday table, in order: neighbouring days off of one name are one stretch. */
export const holidayStretches = (
  days: readonly {
    readonly onDate: string;
    readonly isWorkday: boolean;
    readonly label?: string;
  }[],
): HolidayStretch[] => {
  const off = days
    .filter(({ isWorkday }) => !isWorkday)
    .map(({ onDate, label = "" }) => ({ day: dayNumberFromIso(onDate) ?? 0, label }))
    .sort((a, b) => a.day - b.day);
  const stretches: HolidayStretch[] = [];
  for (const { day, label } of off) {
    const last = stretches.at(-1);
    if (last && day <= last.to + 1 && last.label === label)
      stretches[stretches.length - 1] = { ...last, to: day };
    else stretches.push({ label, from: day, to: day });
  }
  return stretches;
};

/**
 * The holidays with the three on fixed days added in years of which the table says nothing, so that 节后 means something
 * before a year's arrangement is official.
 */
export const withFixedHolidays = (
  stretches: readonly HolidayStretch[],
  years: readonly number[],
): HolidayStretch[] => {
  const missing = years.filter((year) => {
    const [first, last] = [dayNumberOf(year, 1, 1), dayNumberOf(year, 12, 31)];
    return !stretches.some(({ from }) => from >= first && from <= last);
  });
  const fixed = missing.flatMap((year) =>
    called.flatMap(({ label, fixed: on }) =>
      on
        ? [{ label, from: dayNumberOf(year, on[0], on[1]), to: dayNumberOf(year, on[0], on[2]) }]
        : [],
    ),
  );
  return [...stretches, ...fixed].sort((a, b) => a.from - b.from);
};

/** How people call the holidays, and the word of the table; those on fixed days are known without a table. */
const called: readonly {
  readonly names: RegExp;
  readonly label: string;
  readonly fixed?: readonly [number, number, number];
}[] = [
  { names: /国庆|十一|national day/, label: "国庆", fixed: [10, 1, 7] },
  { names: /五一|劳动|may day|labou?r day/, label: "劳动", fixed: [5, 1, 5] },
  { names: /元旦|new year/, label: "元旦", fixed: [1, 1, 1] },
  { names: /中秋|mid-autumn/, label: "中秋" },
  { names: /端午|dragon boat/, label: "端午" },
  { names: /清明|qingming/, label: "清明" },
  { names: /春节|过年|年|spring festival|chinese new year/, label: "春节" },
];

/** The holiday of this name in a year; null when the table does not know it. */
export const holidayOfYear = (
  name: string,
  year: number,
  stretches: readonly HolidayStretch[],
): HolidayStretch | null => {
  const isChineseNewYear = /chinese new year/.test(name);
  const known = called.find(
    ({ names, label }) => names.test(name) && !(isChineseNewYear && label === "元旦"),
  );
  if (!known) return null;
  const [first, last] = [dayNumberOf(year, 1, 1), dayNumberOf(year, 12, 31)];
  const told = stretches.find(
    ({ label, from, to }) => label.includes(known.label) && to >= first && from <= last,
  );
  if (told) return told;
  if (!known.fixed) return null;
  const [month, from, to] = known.fixed;
  return {
    label: known.label,
    from: dayNumberOf(year, month, from),
    to: dayNumberOf(year, month, to),
  };
};
