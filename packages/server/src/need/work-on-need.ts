import type { NeedView } from "@mainstay/contract/need";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { getNeedView } from "./need-view.ts";

/** What an act did: the columns that change and what the audit says of it. */
export interface NeedDeed {
  readonly done: "edited" | "moved" | "declined";
  readonly change: Readonly<Record<string, unknown>>;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The frame of every act on a need: lock it in the actor's sight, demand the version, do the work, count up, record. */
export const workOnNeed = (
  context: Context,
  needId: string,
  work: (tx: Tx, need: NeedView) => Promise<NeedDeed>,
): Promise<NeedView> =>
  context.write(async (tx) => {
    const { tenantId, now } = context;
    await sql`select 1 from need where tenant_id = ${tenantId}::uuid and id = ${needId}::uuid for update`.execute(
      tx,
    );
    const before = await getNeedView(tx, context, needId);
    demandVersion(context, before.version);
    const { done, change, detail } = await work(tx, before);
    await tx
      .updateTable("need")
      .set({ ...change, version: before.version + 1, updated_at: now })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", needId)
      .execute();
    const accountId = before.account.id;
    await recordAudit(
      tx,
      context,
      `need.${done}`,
      { kind: "need", id: needId },
      { accountId, ...detail },
    );
    return getNeedView(tx, context, needId);
  });

/** Columns of the worth that an act names; what it leaves out stays. */
export const worthColumns = (worth: {
  readonly customerValueMinor?: number | null | undefined;
  readonly profitMinor?: number | null | undefined;
  readonly costMinor?: number | null | undefined;
  readonly capability?: number | null | undefined;
}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries({
      customer_value_minor: worth.customerValueMinor,
      profit_minor: worth.profitMinor,
      cost_minor: worth.costMinor,
      capability: worth.capability,
    }).filter(([, value]) => value !== undefined),
  );
