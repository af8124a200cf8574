import { calendarParts, dayNumberOf } from "../calendar/day-number.ts";
import {
  bareDayOfMonth,
  bareMonthDay,
  bareWeekday,
  certain,
  type DayMeaning,
  type DayRule,
  type DayWorld,
  endOfWeek,
  existingDay,
  lastOfMonth,
  mondayOf,
  monthsFrom,
  workingDaysFrom,
} from "./day-meaning.ts";
import { holidayOfYear } from "./holiday-stretches.ts";
import { countPattern, readCount } from "./written-count.ts";

const week = "(?:个?(?:周|星期|礼拜))";
const weekday = "[一二三四五六日天1-7]";
const dayOfMonth = "(\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])";
const monthOfYear = "(\\d{1,2}|十[一二]?|[一二三四五六七八九])";

const weekdayNumber = (text: string): number => {
  const at = "一二三四五六日".indexOf(text);
  if (at >= 0) return at;
  return text === "天" ? 6 : Math.min(6, Number(text) - 1);
};

const near: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  当: 0,
  明: 1,
  后: 2,
  大后: 3,
};

const yearOf = (word: string | undefined, { today }: DayWorld): number | null => {
  const { year } = calendarParts(today);
  if (word === undefined) return null;
  const named = { 前年: -2, 去年: -1, 今年: 0, 本年: 0, 明年: 1, 后年: 2 }[word];
  if (named !== undefined) return year + named;
  const digits = Number.parseInt(word, 10);
  return digits < 100 ? 2000 + digits : digits;
};

/** 上上 is −2, 上 −1, 本/这 0, 下 +1, 下下 +2. */
const shiftOf = (word: string | undefined): number => {
  if (word === undefined || word === "本" || word === "这") return 0;
  return word[0] === "上" ? -word.length : word.length;
};

const inMonth = (shift: number, part: string, world: DayWorld): DayMeaning | null => {
  const { year, month } = calendarParts(world.today);
  if (part === "初") return certain(dayNumberOf(year, month + shift, 1), world.today);
  if (part === "中" || part === "中旬")
    return certain(dayNumberOf(year, month + shift, 15), world.today);
  return certain(lastOfMonth(year, month + shift), world.today);
};

const around = (
  name: string,
  side: string,
  year: number | null,
  world: DayWorld,
): DayMeaning | null => {
  const isBefore = side.includes("前");
  const dayAt = (one: number) => {
    const stretch = holidayOfYear(name, one, world.holidays);
    if (!stretch) return null;
    if (!isBefore && !side.includes("后")) return stretch.from;
    return isBefore
      ? workingDaysFrom(stretch.from, -1, world)
      : workingDaysFrom(stretch.to, 1, world);
  };
  if (year !== null) {
    const day = dayAt(year);
    return day === null ? null : certain(day, world.today);
  }
  const now = calendarParts(world.today).year;
  const days = [now - 1, now, now + 1].flatMap((one) => dayAt(one) ?? []);
  const past = days.findLast((day) => day <= world.today) ?? null;
  const future = days.find((day) => day >= world.today) ?? null;
  // A table that does not reach the next one says nothing: last year's is hardly meant.
  if (future === null && (past === null || world.today - past > 200)) return null;
  return { past, future };
};

/** 节前 and 节后 without a name: of the holiday that is on, or else the next one. */
const nextHoliday = (side: string, world: DayWorld): DayMeaning | null => {
  const isBefore = side.includes("前");
  for (const { from, to } of world.holidays) {
    const day = isBefore ? workingDaysFrom(from, -1, world) : workingDaysFrom(to, 1, world);
    if (isBefore ? day >= world.today : to >= world.today) return { past: null, future: day };
  }
  return null;
};

const count = (text: string | undefined): number | null => readCount(text ?? "");

/** Chinese expressions of time. Weeks begin on Monday; a week, month or year without its day means its last (working) day. */
export const chineseDayRules: readonly DayRule[] = [
  {
    pattern: /(大前|前|昨|今|当|明|大后|后)(?:天|日|儿|晚|早|夜|晨)(?!气|后|前台)/g,
    read: ([near_], { today }) => certain(today + (near[near_ ?? ""] ?? 0), today),
  },
  {
    pattern: /刚才|刚刚|方才|刚(?=[和跟与给从到拜见打接结开])|上午|中午|下午|傍晚/g,
    read: (_, { today }) => certain(today, today),
  },
  {
    pattern: new RegExp(`(上+|下+|本|这)${week}(${weekday})(?![个])`, "g"),
    read: ([shift, day], { today }) =>
      certain(mondayOf(today) + shiftOf(shift) * 7 + weekdayNumber(day ?? ""), today),
  },
  {
    pattern: new RegExp(`(?:周|星期|礼拜)(${weekday})(?![0-9个])`, "g"),
    read: ([day], { today }) => bareWeekday(weekdayNumber(day ?? ""), today),
  },
  {
    pattern: new RegExp(`(上+|下+|本|这)${week}(初|末)?`, "g"),
    read: ([shift, part], { today }) => {
      const weeks = shiftOf(shift);
      if (part === "初") return certain(mondayOf(today) + weeks * 7, today);
      if (part === "末") return certain(mondayOf(today) + weeks * 7 + 5, today);
      if (weeks === 0) return { past: today, future: endOfWeek(0, today) };
      return certain(endOfWeek(weeks, today), today);
    },
  },
  {
    pattern: /周末/g,
    read: (_, { today }) => {
      const saturday = mondayOf(today) + 5;
      return {
        past: saturday <= today ? Math.min(today, saturday) : saturday - 7,
        future: Math.max(saturday, today),
      };
    },
  },
  {
    pattern: new RegExp(
      `(${countPattern})个?(工作日|天|日|周|星期|礼拜|月|年)(?:之|以)?(前|后|内|里)`,
      "g",
    ),
    read: ([amount, unit, side], world) => {
      const n = count(amount);
      if (n === null) return null;
      const by = side === "前" ? -n : n;
      const { today } = world;
      if (unit === "工作日") return certain(workingDaysFrom(today, by, world), today);
      if (unit === "月" || unit === "年")
        return certain(monthsFrom(today, unit === "年" ? by * 12 : by), today);
      return certain(today + by * (unit === "天" || unit === "日" ? 1 : 7), today);
    },
  },
  {
    pattern: /半个?(月|年)(?:之|以)?(前|后|内)/g,
    read: ([unit, side], { today }) => {
      const sign = side === "前" ? -1 : 1;
      return certain(unit === "月" ? today + sign * 15 : monthsFrom(today, sign * 6), today);
    },
  },
  {
    pattern: new RegExp(
      `(去年|今年|本年|明年|前年|\\d{4}年|\\d{2}年)?${monthOfYear}月(?:份的?)?${dayOfMonth}[日号]?`,
      "g",
    ),
    read: ([year, month, day], world) => {
      const [m, d, y] = [count(month), count(day), yearOf(year, world)];
      if (m === null || d === null || m < 1 || m > 12) return null;
      if (y === null) return bareMonthDay(m, d, world.today);
      const on = existingDay(y, m, d);
      return on === null ? null : certain(on, world.today);
    },
  },
  {
    pattern: new RegExp(`(去年|今年|明年)?${monthOfYear}月(初|中旬|中|底|末)`, "g"),
    read: ([year, month, part], world) => {
      const [m, y] = [count(month), yearOf(year, world)];
      if (m === null || m < 1 || m > 12) return null;
      const { today } = world;
      const at = (one: number) =>
        part === "初"
          ? dayNumberOf(one, m, 1)
          : part?.[0] === "中"
            ? dayNumberOf(one, m, 15)
            : lastOfMonth(one, m);
      if (y !== null) return certain(at(y), today);
      const now = calendarParts(today).year;
      const days = [at(now - 1), at(now), at(now + 1)];
      return {
        past: days.findLast((day) => day <= today) ?? null,
        future: days.find((day) => day >= today) ?? null,
      };
    },
  },
  {
    pattern: new RegExp(`(上+|下+|本|这)个?月(?:份)?(?:的)?${dayOfMonth}[日号]`, "g"),
    read: ([shift, day], { today }) => {
      const { year, month } = calendarParts(today);
      const on = existingDay(year, month + shiftOf(shift), count(day) ?? 0);
      return on === null ? null : certain(on, today);
    },
  },
  {
    pattern: /(上+|下+|本|这)个?月(初|中旬|中|底|末)/g,
    read: ([shift, part], world) => inMonth(shiftOf(shift), part ?? "", world),
  },
  {
    pattern: /(上+|下+|本|这)个?月(?![初中底末])/g,
    read: ([shift], world) => {
      const months = shiftOf(shift);
      const meaning = inMonth(months, "底", world);
      return months === 0 && meaning ? { ...meaning, past: world.today } : meaning;
    },
  },
  {
    pattern: /(?<![一二三四五六七八九十\d个上下本这])月(初|中|底|末)/g,
    read: ([part], world) => {
      const now = inMonth(0, part ?? "", world);
      const [before, next] = [inMonth(-1, part ?? "", world), inMonth(1, part ?? "", world)];
      return {
        past: now?.past ?? before?.past ?? null,
        future: now?.future ?? next?.future ?? null,
      };
    },
  },
  {
    pattern: /(去年|今年|明年)?年(底|末|初)|(去年|今年|明年)(底|末|初)/g,
    read: ([year, part, otherYear, otherPart], world) => {
      const { today } = world;
      const now = calendarParts(today).year;
      const end = (one: number) =>
        (part ?? otherPart) === "初" ? dayNumberOf(one, 1, 31) : dayNumberOf(one, 12, 31);
      const y = yearOf(year ?? otherYear, world);
      if (y !== null) return certain(end(y), today);
      const days = [end(now - 1), end(now), end(now + 1)];
      return {
        past: days.findLast((day) => day <= today) ?? null,
        future: days.find((day) => day >= today) ?? null,
      };
    },
  },
  {
    pattern: /(本|这|下|上)个?季度?(?:的)?(?:末|底)|季度?(?:末|底)/g,
    read: ([shift], { today }) => {
      const { year, month } = calendarParts(today);
      const quarter = Math.floor((month - 1) / 3) + shiftOf(shift);
      return certain(lastOfMonth(year, quarter * 3 + 3), today);
    },
  },
  {
    pattern:
      /(去年|今年|明年)?(国庆|十一|中秋|春节|过年|五一|劳动|端午|清明|元旦)(?:节|长假|假期|黄金周)*(当天|期间|之?前|以?前|之?后|以?后)/g,
    read: ([year, name, side], world) => around(name ?? "", side ?? "", yearOf(year, world), world),
  },
  {
    pattern: /(?<![\d一二两三四五六七八九十几去今明前后半每])年(前|后)(?!年)/g,
    read: ([side], world) => around("春节", side ?? "", null, world),
  },
  {
    pattern: /(?<![春秋午明旦动调环细季])(?:节|长假|假期|放假|假)(之?前|之?后)/g,
    read: ([side], world) => nextHoliday(side ?? "", world),
  },
  {
    pattern: new RegExp(
      `(?<![\\d月一二三四五六七八九十第])${dayOfMonth}[号日](?![楼线机厂门车炉库馆店单内前后段])`,
      "g",
    ),
    read: ([day], { today }) => bareDayOfMonth(count(day) ?? 0, today),
  },
  {
    pattern: new RegExp(
      `(?<![\\d月一二三四五六七八九十第])${dayOfMonth}[号日](?=之?前|之?后|以前)`,
      "g",
    ),
    read: ([day], { today }) => bareDayOfMonth(count(day) ?? 0, today),
  },
  {
    pattern: /(?<![\d./-])(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d./-])/g,
    read: ([year, month, day], { today }) => {
      const on = Number(month) <= 12 ? existingDay(Number(year), Number(month), Number(day)) : null;
      return on === null ? null : certain(on, today);
    },
  },
  {
    pattern: /(?<![\d./-])(\d{1,2})\/(\d{1,2})(?![\d./%-])/g,
    read: ([month, day], { today }) => bareMonthDay(Number(month), Number(day), today),
  },
];
