import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import type { ProjectStatus } from "@mainstay/domain/project/project-status";

export interface ProjectRecord {
  id: string;
  account_id: string;
  name: string;
  status: ProjectStatus;
  ended_on: string | null;
  version: number;
}

/** Projects of an account, open ones first, then the newest. */
export const listProjects = async (
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<ProjectRecord[]> => {
  const { rows } = await sql<ProjectRecord>`
    select id, account_id, name, status, ended_on, version from project
    where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
    order by (status <> 'open'), created_at desc, id desc limit 200`.execute(db);
  return rows;
};

/** Takes the project's row for this transaction; null when it is not there for this actor. */
export const lockProject = async (
  tx: Tx,
  tenantId: string,
  projectId: string,
): Promise<ProjectRecord | null> => {
  const { rows } = await sql<ProjectRecord>`
    select id, account_id, name, status, ended_on, version from project
    where tenant_id = ${tenantId}::uuid and id = ${projectId}::uuid for update`.execute(tx);
  return rows[0] ?? null;
};

export const insertProject = (
  tx: Tx,
  tenantId: string,
  project: { id: string; accountId: string; name: string; createdBy: string },
) =>
  tx
    .insertInto("project")
    .values({
      tenant_id: tenantId,
      id: project.id,
      account_id: project.accountId,
      name: project.name,
      created_by: project.createdBy,
    })
    .execute();

export const changeProject = (
  tx: Tx,
  tenantId: string,
  projectId: string,
  change: { name?: string; status?: ProjectStatus; ended_on?: string },
  now: Date,
) =>
  tx
    .updateTable("project")
    .set({ ...change, version: sql`version + 1`, updated_at: now })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", projectId)
    .execute();
