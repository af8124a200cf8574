import { dayNumberFromIso, isoFromDayNumber } from "./day-number.ts";
import type { DifferentDay } from "./official-workdays.ts";

const offWords = new Set(["休", "放假", "假", "off", "holiday", "0"]);
const workWords = new Set(["班", "上班", "补班", "work", "workday", "1"]);

/**
 * Reads a workday table as people keep it: one day a line, `2026-02-17 休 春节` or `2026/2/14,班,春节调休`. Blank lines
 * and lines that begin with # are passed over. Gives the days, or the number of the first line it cannot read.
 */
export const readWorkdayLines = (text: string): { days: DifferentDay[] } | { badLine: number } => {
  const days = new Map<string, DifferentDay>();
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    const [date = "", word = "", ...label] = trimmed.split(/[\s,,;\t]+/);
    const onDate = readDate(date);
    const isWorkday = workWords.has(word.toLowerCase());
    if (onDate === null || (!isWorkday && !offWords.has(word.toLowerCase()))) {
      return { badLine: index + 1 };
    }
    if (label.join(" ").includes("\u0000")) return { badLine: index + 1 };
    days.set(onDate, { onDate, isWorkday, label: label.join(" ").slice(0, 100) });
  }
  return { days: [...days.values()] };
};

const readDate = (text: string): string | null => {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (!parts) return null;
  const iso = `${parts[1]}-${parts[2]?.padStart(2, "0")}-${parts[3]?.padStart(2, "0")}`;
  const day = dayNumberFromIso(iso);
  const year = Number(parts[1]);
  return day !== null && year >= 1990 && year <= 2100 ? isoFromDayNumber(day) : null;
};
