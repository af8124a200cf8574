import type { DepartmentMember } from "@mainstay/contract/department";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { UserRole, Visibility } from "@mainstay/domain/user/user-role";
import { sql } from "kysely";
import { isStillNamed } from "../platform/db/database-errors.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

export interface DepartmentRecord {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly version: number;
}

const columns = ["id", "name", "parent_id", "version"] as const;
const fromRow = (row: {
  id: string;
  name: string;
  parent_id: string | null;
  version: number;
}): DepartmentRecord => ({
  id: row.id,
  name: row.name,
  parentId: row.parent_id,
  version: row.version,
});

export const listDepartments = async (db: Db, tenantId: TenantId): Promise<DepartmentRecord[]> => {
  const rows = await db
    .selectFrom("department")
    .select(columns)
    .where("tenant_id", "=", tenantId)
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map(fromRow);
};

/** Everybody of the workspace by department; null is the key of those who stand in none. */
export const membersByDepartment = async (
  db: Db,
  tenantId: TenantId,
): Promise<Map<string | null, DepartmentMember[]>> => {
  const rows = await db
    .selectFrom("app_user")
    .select(["id", "name", "role", "visibility", "is_active", "version", "department_id"])
    .where("tenant_id", "=", tenantId)
    .orderBy("name")
    .orderBy("id")
    .execute();
  const members = new Map<string | null, DepartmentMember[]>();
  for (const row of rows) {
    const here = members.get(row.department_id) ?? [];
    members.set(row.department_id, here);
    here.push({
      id: row.id,
      name: row.name,
      role: row.role as UserRole,
      visibility: row.visibility as Visibility,
      isActive: row.is_active,
      version: row.version,
    });
  }
  return members;
};

export const findDepartment = async (
  db: Db,
  tenantId: TenantId,
  id: string,
): Promise<DepartmentRecord | null> => {
  const row = await db
    .selectFrom("department")
    .select(columns)
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
};

export const lockDepartment = async (
  tx: Tx,
  tenantId: TenantId,
  id: string,
): Promise<DepartmentRecord | null> => {
  const row = await tx
    .selectFrom("department")
    .select(columns)
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row ? fromRow(row) : null;
};

/** Whether anybody is in it or any department below it. */
export const isDepartmentEmpty = async (tx: Tx, tenantId: TenantId, id: string) => {
  const { rows } = await sql<{ is_empty: boolean }>`
    select not exists (select 1 from app_user where tenant_id = ${tenantId} and department_id = ${id})
      and not exists (select 1 from department where tenant_id = ${tenantId} and parent_id = ${id}) as is_empty`.execute(
    tx,
  );
  return rows[0]?.is_empty === true;
};

export const insertDepartment = (
  tx: Tx,
  tenantId: TenantId,
  department: { id: string; name: string; parentId: string | null },
) =>
  tx
    .insertInto("department")
    .values({
      tenant_id: tenantId,
      id: department.id,
      name: department.name,
      parent_id: department.parentId,
    })
    .execute();

export const saveDepartment = (
  tx: Tx,
  tenantId: TenantId,
  id: string,
  change: { name?: string | undefined; parentId?: string | null | undefined },
) =>
  tx
    .updateTable("department")
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.parentId === undefined ? {} : { parent_id: change.parentId }),
      version: sql<number>`version + 1`,
      updated_at: sql<Date>`now()`,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();

/** Refused while service work names it: the database knows, also of what the caller does not see. */
export const deleteDepartment = async (tx: Tx, tenantId: TenantId, id: string): Promise<void> => {
  try {
    await tx
      .deleteFrom("department")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", id)
      .execute();
  } catch (error) {
    throw isStillNamed(error) ? new AppError("department.in_use") : error;
  }
};
