import type { RobotView } from "@mainstay/contract/robot";
import type { RobotNewsKind } from "@mainstay/domain/robot/robot-news";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findRobot, listRobots, type Robot } from "./robot-queries.ts";

interface Around {
  readonly counts: ReadonlyMap<string, { waiting: number; dead: number }>;
  readonly departments: ReadonlyMap<string, string>;
}

const loadAround = async (db: Db, tenantId: TenantId): Promise<Around> => {
  const { rows } = await sql<{ robot_id: string; waiting: number; dead: number }>`
    select robot_id, count(*) filter (where status = 'waiting') as waiting, count(*) filter (where status = 'dead') as dead
    from robot_message where tenant_id = ${tenantId}::uuid and status <> 'sent' group by robot_id`.execute(
    db,
  );
  const departments = await db
    .selectFrom("department")
    .select(["id", "name"])
    .where("tenant_id", "=", tenantId)
    .execute();
  return {
    counts: new Map(rows.map(({ robot_id, ...counts }) => [robot_id, counts])),
    departments: new Map(departments.map(({ id, name }) => [id, name])),
  };
};

const present = (robot: Robot, { counts, departments }: Around): RobotView => {
  const { departmentId } = robot;
  const name = departmentId === null ? undefined : departments.get(departmentId);
  return {
    id: robot.id,
    name: robot.name,
    kind: robot.kind,
    addressHint: robot.urlHint,
    hasSecret: robot.secretSealed !== null,
    keyword: robot.keyword,
    kinds: robot.kinds as RobotNewsKind[],
    scope: robot.scope,
    department: departmentId !== null && name !== undefined ? { id: departmentId, name } : null,
    locale: robot.locale,
    quietFrom: robot.quietFrom,
    quietTo: robot.quietTo,
    workdaysOnly: robot.workdaysOnly,
    isPaused: robot.isPaused,
    waiting: counts.get(robot.id)?.waiting ?? 0,
    dead: counts.get(robot.id)?.dead ?? 0,
    lastSentAt: robot.lastSentAt?.toISOString() ?? null,
    lastError: robot.lastError,
    lastErrorAt: robot.lastErrorAt?.toISOString() ?? null,
    version: robot.version,
  };
};

export const listRobotViews = async (db: Db, tenantId: TenantId): Promise<RobotView[]> => {
  const around = await loadAround(db, tenantId);
  return (await listRobots(db, tenantId)).map((robot) => present(robot, around));
};

export const getRobotView = async (db: Db, tenantId: TenantId, id: string): Promise<RobotView> => {
  const robot = await findRobot(db, tenantId, id);
  if (!robot) throw new AppError("robot.not_found");
  return present(robot, await loadAround(db, tenantId));
};
