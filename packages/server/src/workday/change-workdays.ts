import type { DifferentDay } from "@mainstay/domain/calendar/official-workdays";
import { officialWorkdays, officialYears } from "@mainstay/domain/calendar/official-workdays";
import { readWorkdayLines } from "@mainstay/domain/calendar/read-workday-lines";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseFields } from "../platform/http/field-problems.ts";
import { deleteWorkday, deleteWorkdaysOfYear, saveWorkdays } from "./workday-queries.ts";

/** Says of one day whether it is worked. */
export const setWorkday = (context: Context, day: DifferentDay): Promise<DifferentDay> =>
  context.write(async (tx) => {
    await saveWorkdays(tx, context.tenantId, [day]);
    const { isWorkday, label } = day;
    const subject = { kind: "workday", id: day.onDate };
    await recordAudit(tx, context, "workday.set", subject, { isWorkday, label });
    return day;
  });

/** Lets a day follow the plain week again. */
export const removeWorkday = (context: Context, onDate: string): Promise<void> =>
  context.write(async (tx) => {
    await deleteWorkday(tx, context.tenantId, onDate);
    await recordAudit(tx, context, "workday.removed", { kind: "workday", id: onDate });
  });

/** Takes over a pasted table: all its lines, or none and the number of the first bad one. */
export const importWorkdays = (context: Context, text: string): Promise<{ days: number }> => {
  const read = readWorkdayLines(text);
  if ("badLine" in read) throw new AppError("workday.invalid", { line: read.badLine });
  return context.write(async (tx) => {
    await saveWorkdays(tx, context.tenantId, read.days);
    const days = read.days.length;
    await recordAudit(tx, context, "workday.imported", { kind: "workday", id: null }, { days });
    return { days };
  });
};

/** Replaces a year by the arrangement that Mainstay ships. */
export const adoptOfficialWorkdays = (
  context: Context,
  year: number,
): Promise<{ days: number }> => {
  const official = officialWorkdays(year);
  if (official.length === 0) {
    const params = { choices: officialYears.join(", ") };
    throw refuseFields([{ in: "body", path: "year", problem: "unknown_value", params }]);
  }
  return context.write(async (tx) => {
    await deleteWorkdaysOfYear(tx, context.tenantId, year);
    await saveWorkdays(tx, context.tenantId, official);
    const subject = { kind: "workday", id: String(year) };
    await recordAudit(tx, context, "workday.adopted", subject, { days: official.length });
    return { days: official.length };
  });
};
