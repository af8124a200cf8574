import type {
  NeedLevel,
  NeedOrigin,
  NeedSource,
  NeedVisibility,
} from "@mainstay/domain/need/need-kind";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { sql } from "kysely";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { demandNeedParties } from "./demand-need-parties.ts";

export interface NeedWanted {
  readonly accountId: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly level: NeedLevel;
  readonly visibility: NeedVisibility;
  readonly source: NeedSource;
  /** The record it is made from; the same record gives one need, however often it is asked for. */
  readonly origin?: { readonly kind: NeedOrigin; readonly id: string } | null | undefined;
  readonly personId?: string | null | undefined;
  readonly ownerUserId?: string | null | undefined;
  readonly departmentId?: string | null | undefined;
  readonly projectId?: string | null | undefined;
  readonly customerValueMinor?: number | null | undefined;
  readonly profitMinor?: number | null | undefined;
  readonly costMinor?: number | null | undefined;
  readonly capability?: number | null | undefined;
  readonly today: IsoDay;
  readonly now: Date;
}

/** The account's manager works on a need that names nobody. */
const managerOf = async (tx: Tx, tenantId: string, accountId: string): Promise<string | null> => {
  const { rows } = await sql<{ manager_user_id: string | null }>`
    select manager_user_id from account where tenant_id = ${tenantId}::uuid and id = ${accountId}::uuid`.execute(
    tx,
  );
  return rows[0]?.manager_user_id ?? null;
};

/**
 * 记下需求 Notes a need at an account, in the transaction of whatever showed it. From a record (a case, an answer, a contact) it
 * is made once: asked again, the first one is given back with `isNew` false. The caller has proved that the account may be
 * worked on.
 */
export const noteNeed = async (
  tx: Tx,
  author: AuditAuthor,
  wanted: NeedWanted,
): Promise<{ needId: string; isNew: boolean }> => {
  const { tenantId } = author;
  const { accountId, origin = null } = wanted;
  if (origin) {
    // Two clicks at once: the second waits here and finds the first one's need.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`need:${origin.id}`}, 0))`.execute(
      tx,
    );
    const { rows } = await sql<{ id: string }>`
      select id from need where tenant_id = ${tenantId}::uuid and source_kind = ${origin.kind} and source_id = ${origin.id}::uuid
      order by created_at limit 1`.execute(tx);
    if (rows[0]) return { needId: rows[0].id, isNew: false };
  }
  await demandNeedParties(tx, tenantId, accountId, wanted);
  const needId = newId();
  const ownerUserId = wanted.ownerUserId ?? (await managerOf(tx, tenantId, accountId));
  await tx
    .insertInto("need")
    .values({
      tenant_id: tenantId,
      id: needId,
      account_id: accountId,
      title: wanted.title,
      description: wanted.description ?? "",
      level: wanted.level,
      visibility: wanted.visibility,
      state: "signal",
      state_since: wanted.today,
      source: wanted.source,
      source_kind: origin?.kind ?? null,
      source_id: origin?.id ?? null,
      person_id: wanted.personId ?? null,
      owner_user_id: ownerUserId,
      department_id: wanted.departmentId ?? null,
      project_id: wanted.projectId ?? null,
      customer_value_minor: wanted.customerValueMinor ?? null,
      profit_minor: wanted.profitMinor ?? null,
      cost_minor: wanted.costMinor ?? null,
      capability: wanted.capability ?? null,
      created_by: author.actor?.userId ?? null,
      created_at: wanted.now,
      updated_at: wanted.now,
    })
    .execute();
  await recordAudit(
    tx,
    author,
    "need.noted",
    { kind: "need", id: needId },
    {
      accountId,
      source: wanted.source,
      originKind: origin?.kind ?? null,
      originId: origin?.id ?? null,
    },
  );
  return { needId, isNew: true };
};
