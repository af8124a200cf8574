import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { Db } from "../db/database-handles.ts";
import type { JobContext } from "../jobs/job-registry.ts";
import { calendarDayIn } from "./clock.ts";

/** The time zone whose wall clocks the workspace goes by. */
export const readTimeZone = async (db: Db, tenantId: string): Promise<string> => {
  const { time_zone } = await db
    .selectFrom("tenant")
    .select("time_zone")
    .where("id", "=", tenantId)
    .executeTakeFirstOrThrow();
  return time_zone;
};

/** The calendar day that the workspace's clocks show at this instant. A request has it as `context.today`. */
export const workspaceToday = async (db: Db, tenantId: string, now: Date): Promise<IsoDay> =>
  calendarDayIn(await readTimeZone(db, tenantId), now);

/** Today for a job: by the clocks of the workspace it works for. */
export const todayOfJob = (
  context: Pick<JobContext, "tenantId" | "clock" | "read">,
): Promise<IsoDay> =>
  context.read((db) => workspaceToday(db, context.tenantId, context.clock.now()));
