import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** Our people in the demo. They have no password: nobody can sign in as them until the administrator invites somebody. */
export interface DemoTeam {
  readonly managers: readonly string[];
  readonly sponsor: string;
}

const cast = [
  ["manager", "李明远（演示）"],
  ["manager", "陈思琪（演示）"],
  ["manager", "王海涛（演示）"],
  ["manager", "赵雅楠（演示）"],
  ["sponsor", "周正川（演示）"],
] as const;

/** Four account managers and a sponsor, so that accounts and signals have owners. */
export const saveDemoTeam = async (tx: Tx, tenantId: TenantId): Promise<DemoTeam> => {
  const rows = cast.map(([role, name], index) => ({
    tenant_id: tenantId,
    id: newId(),
    email: `demo-${index + 1}@demo.invalid`,
    name,
    role,
    visibility: role === "manager" ? "own" : "all",
  }));
  await tx.insertInto("app_user").values(rows).execute();
  const ids = rows.map(({ id }) => id);
  return { managers: ids.slice(0, 4), sponsor: ids[4] ?? "" };
};
