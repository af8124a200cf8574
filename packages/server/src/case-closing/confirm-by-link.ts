import type { ConfirmationView, publicLinks } from "@mainstay/contract/case-closing";
import type { BodyOf } from "@mainstay/contract/endpoint/endpoint";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { PublicContext } from "../platform/access/context.ts";
import { workspaceToday } from "../platform/clock/workspace-today.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { newestNotice, noticePath } from "../privacy-notice/notice-queries.ts";
import { getPublicLink, type PublicLink, readLinkToken } from "../public-link/find-public-link.ts";
import { lockForClosing } from "./closing-record.ts";
import { confirmSolution } from "./confirm-solution.ts";

const purposes = ["case_confirmation"] as const;

/** The solution the link asks about, or what was answered by it; the first look is noted. */
export const lookAtConfirmation = (
  database: Database,
  { now }: PublicContext,
  token: string,
): Promise<ConfirmationView> => {
  const { tenantId, secret } = readLinkToken(token);
  return withTenant(database, systemScope(tenantId), async (tx) => {
    const link = await getPublicLink(tx, tenantId, secret, purposes, now);
    if (link.openedAt === null)
      await tx
        .updateTable("public_link")
        .set({ opened_at: now })
        .where("tenant_id", "=", tenantId)
        .where("id", "=", link.id)
        .execute();
    return viewOf(tx, tenantId, link);
  });
};

type Given = BodyOf<typeof publicLinks.confirm>;

/**
 * The customer answers by their link: once. The link is used up and the word taken in one transaction; of two who answer at once
 * one wins, because both wait for the case. The same answer again (a tap too many, a line that broke) gives the same view;
 * another one is refused with `public_link.used`.
 */
export const confirmByLink = (
  database: Database,
  context: PublicContext,
  given: Given,
): Promise<ConfirmationView> => {
  const { tenantId, secret } = readLinkToken(given.token);
  const { now, requestId } = context;
  const { isResolved, score = null, words = "" } = given;
  return withTenant(database, systemScope(tenantId), async (tx) => {
    const { subjectId } = await getPublicLink(tx, tenantId, secret, purposes, now);
    const record = await lockForClosing(tx, tenantId, subjectId ?? "");
    if (!record) throw new AppError("public_link.invalid");
    // Read again behind the lock: whoever waited finds it used or void.
    const link = await getPublicLink(tx, tenantId, secret, purposes, now);
    if (link.usedAt !== null) {
      const view = await viewOf(tx, tenantId, link);
      const { answered } = view;
      const isSame =
        answered?.isResolved === isResolved && answered.score === score && answered.words === words;
      if (!isSame) throw new AppError("public_link.used");
      return view;
    }
    if (isResolved && score === null) throw refuseField("score", "required");
    if (record.status !== "solved") throw new AppError("public_link.used");
    await tx
      .updateTable("public_link")
      .set({ used_at: now })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", link.id)
      .execute();
    const author = {
      tenantId,
      actor: null,
      requestId,
      now,
      today: await workspaceToday(tx, tenantId, now),
    };
    const word = { isResolved, score, words, at: now, linkId: link.id, personId: link.personId };
    await confirmSolution(tx, author, record, { ...word, via: "customer" });
    return viewOf(tx, tenantId, { ...link, usedAt: now });
  });
};

interface SeenCase {
  workspace: string;
  locale: ConfirmationView["locale"];
  number: number;
  kind: ConfirmationView["kind"];
  title: string;
  status: string;
  solution: string | null;
  opened_at: Date;
  solved_at: Date | null;
  reopened: number;
  answered_at: Date | null;
  words: string | null;
  detail: { isResolved: boolean; score: number | null } | null;
}

const viewOf = async (
  db: Db | Tx,
  tenantId: TenantId,
  link: PublicLink,
): Promise<ConfirmationView> => {
  const { rows } = await sql<SeenCase>`
    select w.name as workspace, w.locale, c.number::int as number, c.kind, c.title, c.status, c.solution, c.opened_at,
      c.solved_at, c.reopened, e.at as answered_at, e.words, e.detail
    from service_case c join tenant w on w.id = c.tenant_id
    left join lateral (
      select e.at, e.words, e.detail from case_event e
      where e.tenant_id = c.tenant_id and e.case_id = c.id and e.kind in ('confirmed', 'dissatisfied')
        and e.detail ->> 'linkId' = ${link.id}::text limit 1) e on true
    where c.tenant_id = ${tenantId}::uuid and c.id = ${link.subjectId}::uuid`.execute(db);
  const row = rows[0];
  if (!row || row.status === "duplicate") throw new AppError("public_link.invalid");
  const notice = await newestNotice(db, tenantId);
  const answered =
    row.answered_at && row.detail
      ? {
          isResolved: row.detail.isResolved,
          score: row.detail.score,
          words: row.words ?? "",
          at: row.answered_at.toISOString(),
        }
      : null;
  return {
    handlerName: notice?.content.handlerName ?? row.workspace,
    locale: row.locale,
    noticePath: notice ? noticePath(notice.public_key) : null,
    number: row.number,
    kind: row.kind,
    title: row.title,
    solution: row.solution ?? "",
    openedAt: row.opened_at.toISOString(),
    solvedAt: row.solved_at?.toISOString() ?? null,
    reopened: row.reopened,
    state: answered
      ? "answered"
      : row.status === "solved"
        ? "open"
        : row.status === "closed"
          ? "closed"
          : "working",
    answered,
  };
};

/** What a link is good for, so that the page knows what to ask next. */
export const lookAtLink = (database: Database, { now }: PublicContext, token: string) => {
  const { tenantId, secret } = readLinkToken(token);
  return withTenantReadOnly(database, systemScope(tenantId), async (db) => {
    const { purpose } = await getPublicLink(
      db,
      tenantId,
      secret,
      ["case_filing", "case_tracking", "case_confirmation", "survey_answer", "survey_walk_in"],
      now,
    );
    const { locale } = await db
      .selectFrom("tenant")
      .select("locale")
      .where("id", "=", tenantId)
      .executeTakeFirstOrThrow();
    return { purpose, locale: locale as ConfirmationView["locale"] };
  });
};
