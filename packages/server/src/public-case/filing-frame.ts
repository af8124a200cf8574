import type { CaseFilingView } from "@mainstay/contract/public-case";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Locale } from "@mainstay/phrases/locale";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { newestNotice, noticePath } from "../privacy-notice/notice-queries.ts";
import type { PublicLink } from "../public-link/find-public-link.ts";

/** Who we are, on every page for people who do not sign in. */
export const handlerFrame = async (
  db: Db,
  tenantId: TenantId,
): Promise<{ handlerName: string; locale: Locale; noticePath: string | null }> => {
  const { name, locale } = await db
    .selectFrom("tenant")
    .select(["name", "locale"])
    .where("id", "=", tenantId)
    .executeTakeFirstOrThrow();
  const notice = await newestNotice(db, tenantId);
  return {
    handlerName: notice?.content.handlerName ?? name,
    locale: locale as Locale,
    noticePath: notice ? noticePath(notice.public_key) : null,
  };
};

/** What a customer sees before filing: whom they write to, for whom, and of a person the first letter. */
export const filingView = async (
  db: Db,
  tenantId: TenantId,
  { accountId, personId }: PublicLink,
): Promise<CaseFilingView> => {
  const { rows } = await sql<{ account: string | null; initial: string | null }>`
    select (select name from account where tenant_id = ${tenantId}::uuid and id = ${accountId}::uuid) as account,
      (select left(name, 1) from person where tenant_id = ${tenantId}::uuid and id = ${personId}::uuid) as initial`.execute(
    db,
  );
  return {
    ...(await handlerFrame(db, tenantId)),
    givenTo: personId ? "person" : accountId ? "account" : "anybody",
    accountName: rows[0]?.account ?? null,
    personInitial: rows[0]?.initial ?? null,
  };
};
