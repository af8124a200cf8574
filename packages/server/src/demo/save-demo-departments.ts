import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** Departments of ours that customers judge and that give promises. */
export const demoDepartmentNames = {
  quality: "质量部（演示）",
  delivery: "交付与物流部（演示）",
  support: "技术服务部（演示）",
  accounts: "大客户部（演示）",
} as const;
export type DemoDepartment = keyof typeof demoDepartmentNames;

/** The ids of those departments; whichever is missing is made, so that every room of the demo may ask for them first. */
export const saveDemoDepartments = async (
  tx: Tx,
  tenantId: string,
): Promise<Record<DemoDepartment, string>> => {
  const known = await tx
    .selectFrom("department")
    .select(["id", "name"])
    .where("tenant_id", "=", tenantId)
    .execute();
  const ids: Partial<Record<DemoDepartment, string>> = {};
  for (const [key, name] of Object.entries(demoDepartmentNames)) {
    const found = known.find((one) => one.name === name)?.id;
    const id = found ?? newId();
    if (found === undefined)
      await tx.insertInto("department").values({ tenant_id: tenantId, id, name }).execute();
    ids[key as DemoDepartment] = id;
  }
  return ids as Record<DemoDepartment, string>;
};
