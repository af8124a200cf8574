import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { sql } from "kysely";
import { getNeedView } from "../need/need-view.ts";
import { getPromiseView } from "../promise/promise-view.ts";

/** What files may hang on besides cases. */
export type EvidenceKind = "promise" | "need";

export interface EvidenceSubject {
  readonly kind: EvidenceKind;
  readonly id: string;
  readonly accountId: string;
  /** Whether the actor may hang files on it and take theirs off: whoever may still act on it. */
  readonly mayChange: boolean;
}

/** The promise or need in the actor's sight, as its own policy sees it; its own "not found" otherwise. */
export const getEvidenceSubject = async (
  db: Db,
  context: Context,
  { kind, id }: { readonly kind: EvidenceKind; readonly id: string },
  how: "read" | "lock" = "read",
): Promise<EvidenceSubject> => {
  if (how === "lock")
    await sql`select 1 from ${sql.table(kind)} where tenant_id = ${context.tenantId}::uuid and id = ${id}::uuid
      for update`.execute(db);
  if (kind === "promise") {
    const { account, can } = await getPromiseView(db, context, id);
    return { kind, id, accountId: account.id, mayChange: Object.values(can).some(Boolean) };
  }
  const { account, can } = await getNeedView(db, context, id);
  const mayChange = can.edit || can.decline || can.steps.length > 0;
  return { kind, id, accountId: account.id, mayChange };
};
