import type { FilingLinkView } from "@mainstay/contract/mailbox";
import { sql } from "kysely";
import { findAccount } from "../account/account-queries.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";
import { makePublicLink } from "../public-link/make-public-link.ts";

interface LinkRecord {
  id: string;
  person_id: string | null;
  person_name: string | null;
  created_by: string | null;
  made_by_name: string | null;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

const demandAccount = async (db: Db, { tenantId }: Context, accountId: string): Promise<void> => {
  if (!(await findAccount(db, tenantId, accountId))) throw new AppError("account.not_found");
};

/** The living filing links of an account in sight, newest first; their secrets are nowhere. */
export const listFilingLinks = async (
  db: Db,
  context: Context,
  accountId: string,
): Promise<FilingLinkView[]> => {
  const { tenantId, now } = context;
  await demandAccount(db, context, accountId);
  const { rows } = await sql<LinkRecord>`
    select l.id, l.person_id, p.name as person_name, l.created_by, u.name as made_by_name, l.created_at, l.expires_at, l.used_at
    from public_link l
    left join person p on p.tenant_id = l.tenant_id and p.id = l.person_id
    left join app_user u on u.tenant_id = l.tenant_id and u.id = l.created_by
    where l.tenant_id = ${tenantId}::uuid and l.account_id = ${accountId}::uuid and l.purpose = 'case_filing'
      and l.revoked_at is null and l.expires_at > ${now} order by l.created_at desc, l.id`.execute(
    db,
  );
  return rows.map((row) => ({
    id: row.id,
    person: named(row.person_id, row.person_name),
    madeBy: named(row.created_by, row.made_by_name),
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.used_at?.toISOString() ?? null,
  }));
};

const demandPersonAt = async (
  tx: Tx,
  { tenantId, today }: Context,
  accountId: string,
  personId: string,
): Promise<void> => {
  const { rows } =
    await sql`select 1 from position where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
    and person_id = ${personId}::uuid and (ends_on is null or ends_on >= ${today}::date)`.execute(
      tx,
    );
  if (rows.length === 0) throw new AppError("incoming_message.person_elsewhere");
};

/**
 * Makes a link by which the account, or one person there, files cases without signing in; its secret is shown once. Links made
 * before keep working, because somebody may have them on paper.
 */
export const makeFilingLink = (
  context: Context,
  accountId: string,
  wanted: { readonly personId?: string | null | undefined; readonly days: number },
) =>
  context.write(async (tx) => {
    const { tenantId, actor, now, origin } = context;
    await demandAccount(tx, context, accountId);
    const personId = wanted.personId ?? null;
    if (personId) await demandPersonAt(tx, context, accountId, personId);
    const { linkId, path } = await makePublicLink(tx, tenantId, {
      purpose: "case_filing",
      subjectId: null,
      accountId,
      personId,
      expiresAt: new Date(now.getTime() + wanted.days * 86_400_000),
      createdBy: actor.userId,
    });
    const subject = { kind: "public_link", id: linkId };
    const detail = { accountId, days: wanted.days, ...(personId && { personId }) };
    await recordAudit(tx, context, "filing_link.made", subject, detail);
    const link = (await listFilingLinks(tx, context, accountId)).find(({ id }) => id === linkId);
    if (!link) throw new AppError("filing_link.not_found");
    return { link, url: `${origin}${path}` };
  });

/** Takes a link back at once; whoever opens it is told to ask for another. */
export const revokeFilingLink = (
  context: Context,
  accountId: string,
  linkId: string,
): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId, now } = context;
    await demandAccount(tx, context, accountId);
    const ended = await tx
      .updateTable("public_link")
      .set({ revoked_at: now })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", linkId)
      .where("account_id", "=", accountId)
      .where("purpose", "=", "case_filing")
      .where("revoked_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!ended) throw new AppError("filing_link.not_found");
    const subject = { kind: "public_link", id: linkId };
    await recordAudit(tx, context, "filing_link.revoked", subject, { accountId });
  });
