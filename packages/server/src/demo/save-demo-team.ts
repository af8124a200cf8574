import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** Our people in the demo. They have no password: nobody can sign in as them until the administrator invites somebody. */
export interface DemoTeam {
  readonly managers: readonly string[];
  readonly sponsor: string;
}

const departments = ["大客户部（演示）", "华东组（演示）", "华北组（演示）"] as const;
type Department = (typeof departments)[number];

/** The sponsor stands in no department; the first manager heads East and sees its team. */
const cast: readonly [role: "manager" | "sponsor", name: string, at: Department | null][] = [
  ["manager", "李明远（演示）", "华东组（演示）"],
  ["manager", "陈思琪（演示）", "华东组（演示）"],
  ["manager", "王海涛（演示）", "华北组（演示）"],
  ["manager", "赵雅楠（演示）", "华北组（演示）"],
  ["sponsor", "周正川（演示）", null],
];

/** Four account managers in two groups of one department, and a sponsor, so that accounts and signals have owners. */
export const saveDemoTeam = async (tx: Tx, tenantId: TenantId): Promise<DemoTeam> => {
  const placeIds = new Map<Department, string>(departments.map((name) => [name, newId()]));
  const [top] = placeIds.values();
  await tx
    .insertInto("department")
    .values(
      [...placeIds].map(([name, id]) => ({
        tenant_id: tenantId,
        id,
        name,
        parent_id: id === top ? null : (top ?? null),
      })),
    )
    .execute();
  const rows = cast.map(([role, name, at], index) => ({
    tenant_id: tenantId,
    id: newId(),
    email: `demo-${index + 1}@demo.invalid`,
    name,
    role,
    department_id: at === null ? null : (placeIds.get(at) ?? null),
    visibility: index === 0 ? "team" : role === "manager" ? "own" : "all",
  }));
  await tx.insertInto("app_user").values(rows).execute();
  const ids = rows.map(({ id }) => id);
  return { managers: ids.slice(0, 4), sponsor: ids[4] ?? "" };
};
