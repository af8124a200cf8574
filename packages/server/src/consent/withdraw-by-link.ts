import type { WithdrawalView } from "@mainstay/contract/consent";
import type { ConsentScope } from "@mainstay/domain/fact/consent-scope";
import { sortedScope } from "@mainstay/domain/privacy/consent-rule";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { readDotted } from "../platform/access/credential.ts";
import type { PublicContext } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { AppError } from "../platform/http/app-error.ts";
import { newestNotice } from "../privacy-notice/notice-queries.ts";
import { lockConsent } from "./consent-queries.ts";
import { withdrawLocked } from "./withdraw-consent.ts";
import { findWithdrawalLink } from "./withdrawal-link.ts";

const readToken = (token: string) => {
  const read = readDotted(token);
  if (!read) throw new AppError("consent.link_invalid");
  return read;
};

/** What the link stands for: the words the person agreed to, and of the person no more than the first letter. */
export const lookAtWithdrawal = (
  database: Database,
  context: PublicContext,
  token: string,
): Promise<WithdrawalView> => {
  const { tenantId, secret } = readToken(token);
  return withTenantReadOnly(database, systemScope(tenantId), async (db) => {
    const link = await findWithdrawalLink(db, tenantId, secret, context.now);
    const view = link && (await viewOf(db, tenantId, link.consent_id, context.now));
    if (!view) throw new AppError("consent.link_invalid");
    return view;
  });
};

/** The person withdraws: the link is used up, the consent ends, what rests on it is deleted in the same transaction. */
export const withdrawByLink = (database: Database, context: PublicContext, token: string) => {
  const { tenantId, secret } = readToken(token);
  const { now, requestId } = context;
  return withTenant(database, systemScope(tenantId), async (tx) => {
    const link = await findWithdrawalLink(tx, tenantId, secret, now);
    const consent = link && (await lockConsent(tx, tenantId, link.consent_id));
    // Whoever waited for the lock finds the consent withdrawn.
    if (!consent || consent.withdrawn_at !== null || consent.expires_at <= now)
      throw new AppError("consent.link_invalid");
    await tx
      .updateTable("consent_link")
      .set({ used_at: now })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", link.id)
      .execute();
    const author = { tenantId, actor: null, requestId };
    const ended = await withdrawLocked(tx, author, consent, { now, via: "link" });
    return { withdrawnAt: now.toISOString(), ...ended };
  });
};

const viewOf = async (
  db: Db,
  tenantId: TenantId,
  consentId: string,
  now: Date,
): Promise<WithdrawalView | null> => {
  const { rows } = await sql<{
    workspace: string;
    locale: WithdrawalView["locale"];
    initial: string;
    scope: ConsentScope[];
    purpose: string;
    words: string | null;
    given_on: string;
    expires_on: string;
  }>`
    select w.name as workspace, w.locale, left(p.name, 1) as initial, c.scope, c.purpose, t.words,
      (c.given_at at time zone w.time_zone)::date as given_on, (c.expires_at at time zone w.time_zone)::date as expires_on
    from consent c join tenant w on w.id = c.tenant_id
    join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    left join consent_text t on t.tenant_id = c.tenant_id and t.text_version = c.text_version
    where c.tenant_id = ${tenantId}::uuid and c.id = ${consentId}::uuid and c.withdrawn_at is null
      and c.expires_at > ${now}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const notice = await newestNotice(db, tenantId);
  const content = notice?.content;
  const contact = content
    ? [content.contactName, content.contactPhone, content.contactMail].filter(Boolean).join(" · ")
    : null;
  return {
    handlerName: content?.handlerName ?? row.workspace,
    contact,
    locale: row.locale,
    initial: row.initial,
    scope: sortedScope(row.scope),
    purpose: row.purpose,
    words: row.words,
    givenOn: row.given_on,
    expiresOn: row.expires_on,
    noticePath: notice ? `/notice/${notice.public_key}` : null,
  };
};
