import type { surveyOptOuts } from "@mainstay/contract/survey-setting";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { z } from "zod";
import { seesPerson } from "../consent/consent-queries.ts";
import type { Context, PublicContext } from "../platform/access/context.ts";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { getPublicLink, readLinkToken } from "../public-link/find-public-link.ts";

/**
 * Notes that a person does not want to be asked any more: askings not yet answered end, and mail on its way is not sent.
 * Noted twice it stays as it is.
 */
const noteOptOut = async (
  tx: Tx,
  author: AuditAuthor,
  personId: string,
  { via, now }: { via: "link" | "by_hand"; now: Date },
): Promise<void> => {
  const { tenantId } = author;
  const kept = await tx
    .insertInto("survey_opt_out")
    .values({
      tenant_id: tenantId,
      person_id: personId,
      opted_out_at: now,
      via,
      noted_by: author.actor?.userId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!kept.numInsertedOrUpdatedRows) return;
  await sql`update survey_invitation set status = 'dropped', dropped_because = 'opted_out'
    where tenant_id = ${tenantId}::uuid and person_id = ${personId}::uuid and status = 'planned'`.execute(
    tx,
  );
  await sql`update survey_invitation set status = 'declined'
    where tenant_id = ${tenantId}::uuid and person_id = ${personId}::uuid and status in ('sent', 'opened')`.execute(
    tx,
  );
  await recordAudit(
    tx,
    author,
    "person.opted_out_of_surveys",
    { kind: "person", id: personId },
    { via },
  );
};

/** The person behind a survey link says so themselves. A link for everybody names nobody: nothing is noted. */
export const optOutByLink = (
  database: Database,
  context: PublicContext,
  token: string,
): Promise<{ optedOut: boolean }> => {
  const { tenantId, secret } = readLinkToken(token);
  const { now, requestId } = context;
  return withTenant(database, systemScope(tenantId), async (tx) => {
    const purposes = ["survey_answer", "survey_walk_in"] as const;
    const { personId } = await getPublicLink(tx, tenantId, secret, purposes, now);
    if (personId === null) return { optedOut: false };
    await noteOptOut(tx, { tenantId, actor: null, requestId }, personId, { via: "link", now });
    return { optedOut: true };
  });
};

/** Somebody of ours was told so. */
export const recordOptOut = (context: Context, personId: string): Promise<void> =>
  context.write(async (tx) => {
    await demandSeen(tx, context.tenantId, personId);
    await noteOptOut(tx, context, personId, { via: "by_hand", now: context.now });
  });

/** The person said that they may be asked again. */
export const removeOptOut = (context: Context, personId: string): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    await demandSeen(tx, tenantId, personId);
    const { rows } = await sql`delete from survey_opt_out
      where tenant_id = ${tenantId}::uuid and person_id = ${personId}::uuid returning person_id`.execute(
      tx,
    );
    if (rows.length === 0) return;
    const subject = { kind: "person", id: personId };
    await recordAudit(tx, context, "person.opted_into_surveys", subject);
  });

const demandSeen = async (db: Db, tenantId: TenantId, personId: string): Promise<void> => {
  if (!(await seesPerson(db, tenantId, personId))) throw new AppError("person.not_found");
};

type OptOuts = z.output<typeof surveyOptOuts.list.response>;
const mark = "survey_opt_out.newest";

/** Who asked not to be asked any more, of the people in sight, newest first. */
export const listOptOuts = async (
  db: Db,
  tenantId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<OptOuts> => {
  const after = readCursor(cursor, mark);
  const seen = sql`from survey_opt_out o join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
    where o.tenant_id = ${tenantId}::uuid and (p.restricted_at is null or (select session_sees_restricted()))
      and exists (select 1 from "position" j join account a on a.tenant_id = j.tenant_id and a.id = j.account_id
        where j.tenant_id = o.tenant_id and j.person_id = o.person_id)`;
  const { rows: counted } = await sql<{ n: number }>`select count(*)::int as n ${seen}`.execute(db);
  const { rows } = await sql<{
    id: string;
    name: string;
    at: Date;
    key: string;
    via: "link" | "by_hand";
  }>`
    select p.id, p.name, o.opted_out_at as at, o.opted_out_at::text as key, o.via ${seen} ${
      after
        ? sql`and (o.opted_out_at, p.id) < (${after.key}::timestamptz, ${after.id}::uuid)`
        : sql``
    } order by o.opted_out_at desc, p.id desc limit ${limit + 1}`.execute(db);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ id, name, at, via }) => ({
      person: { id, name },
      optedOutAt: at.toISOString(),
      via,
    })),
    nextCursor:
      rows.length > limit && last ? writeCursor(mark, { key: last.key, id: last.id }) : null,
    total: counted[0]?.n ?? 0,
  };
};
