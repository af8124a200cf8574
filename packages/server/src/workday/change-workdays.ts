import {
  type DifferentDay,
  officialYears,
  preliminaryYears,
  shippedWorkdays,
  shippedYearStatus,
  yearOf,
} from "@mainstay/domain/calendar/official-workdays";
import { readWorkdayLines } from "@mainstay/domain/calendar/read-workday-lines";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseFields } from "../platform/http/field-problems.ts";
import { redateRuns } from "../playbook/redate-runs.ts";
import { listOwnYears } from "./different-days.ts";
import {
  deleteWorkday,
  deleteWorkdaysOfYear,
  saveWorkdays,
  saveYearStatus,
} from "./workday-queries.ts";

/**
 * Makes a year the workspace's own before a day of it changes: what Mainstay ships for it is copied first, so that a day
 * can also be taken out of it.
 */
const takeOverYear = async (tx: Tx, context: Context, year: number): Promise<void> => {
  if ((await listOwnYears(tx, context.tenantId)).has(year)) return;
  const shipped = shippedYearStatus(year);
  if (shipped === "none") return;
  await saveWorkdays(tx, context.tenantId, shippedWorkdays(year), "keep");
  await saveYearStatus(tx, context, year, shipped);
};

/** Says of one day whether it is worked; open steps of playbooks follow. */
export const setWorkday = (context: Context, day: DifferentDay): Promise<DifferentDay> =>
  context.write(async (tx) => {
    const year = yearOf(day.onDate);
    await takeOverYear(tx, context, year);
    await saveWorkdays(tx, context.tenantId, [day]);
    const redated = await redateRuns(tx, context, [year]);
    const { isWorkday, label } = day;
    const subject = { kind: "workday", id: day.onDate };
    await recordAudit(tx, context, "workday.set", subject, { isWorkday, label, redated });
    return day;
  });

/** Lets a day follow the plain week again. */
export const removeWorkday = (context: Context, onDate: string): Promise<void> =>
  context.write(async (tx) => {
    const year = yearOf(onDate);
    await takeOverYear(tx, context, year);
    await deleteWorkday(tx, context.tenantId, onDate);
    const redated = await redateRuns(tx, context, [year]);
    const subject = { kind: "workday", id: onDate };
    await recordAudit(tx, context, "workday.removed", subject, { redated });
  });

/** How a pasted table is meant: as the whole arrangement of its years, as published or not yet, or as days added to them. */
export type ImportedAs = "official" | "preliminary" | "days";

/**
 * Takes over a pasted table: all its lines, or none and the number of the first bad one. As the arrangement of a year it
 * takes the place of what stood there; open steps of playbooks in those years are dated anew, on record.
 */
export const importWorkdays = (
  context: Context,
  { text, as }: { text: string; as: ImportedAs },
): Promise<{ days: number; redated: number }> => {
  const read = readWorkdayLines(text);
  if ("badLine" in read) throw new AppError("workday.invalid", { line: read.badLine });
  const years = [...new Set(read.days.map(({ onDate }) => yearOf(onDate)))];
  return context.write(async (tx) => {
    for (const year of years) {
      if (as === "days") await takeOverYear(tx, context, year);
      else {
        await deleteWorkdaysOfYear(tx, context.tenantId, year);
        await saveYearStatus(tx, context, year, as);
      }
    }
    await saveWorkdays(tx, context.tenantId, read.days);
    const redated = years.length > 0 ? await redateRuns(tx, context, years) : 0;
    const days = read.days.length;
    const subject = { kind: "workday", id: null };
    await recordAudit(tx, context, "workday.imported", subject, { days, years, as, redated });
    return { days, redated };
  });
};

/** Replaces a year by what Mainstay ships for it, published or by the law alone. */
export const adoptOfficialWorkdays = (
  context: Context,
  year: number,
): Promise<{ days: number; redated: number }> => {
  const status = shippedYearStatus(year);
  if (status === "none") {
    const params = { choices: [...officialYears, ...preliminaryYears].join(", ") };
    throw refuseFields([{ in: "body", path: "year", problem: "unknown_value", params }]);
  }
  const shipped = shippedWorkdays(year);
  return context.write(async (tx) => {
    await deleteWorkdaysOfYear(tx, context.tenantId, year);
    await saveWorkdays(tx, context.tenantId, shipped);
    await saveYearStatus(tx, context, year, status);
    const redated = await redateRuns(tx, context, [year]);
    const days = shipped.length;
    const subject = { kind: "workday", id: String(year) };
    await recordAudit(tx, context, "workday.adopted", subject, { days, as: status, redated });
    return { days, redated };
  });
};
