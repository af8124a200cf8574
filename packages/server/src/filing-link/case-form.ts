import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { makePublicLink } from "../public-link/make-public-link.ts";

/** It stands on a website and lives until it is closed. */
const livesDays = 36_500;

/** The address of the open form; null while there is none, as when a workspace begins. */
export const readCaseForm = async (db: Db, { tenantId, origin }: Context) => {
  const form = await db
    .selectFrom("case_form")
    .select(["path", "made_at"])
    .where("tenant_id", "=", tenantId)
    .executeTakeFirst();
  return form
    ? { url: `${origin}${form.path}`, madeAt: form.made_at.toISOString() }
    : { url: null, madeAt: null };
};

const endForm = async (tx: Tx, { tenantId, now }: Context): Promise<boolean> => {
  const form = await tx
    .deleteFrom("case_form")
    .where("tenant_id", "=", tenantId)
    .returning("link_id")
    .executeTakeFirst();
  if (!form) return false;
  await tx
    .updateTable("public_link")
    .set({ revoked_at: now })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", form.link_id)
    .execute();
  return true;
};

/** Opens the form under a new address; the one before leads nowhere from now on. */
export const openCaseForm = (context: Context) =>
  context.write(async (tx) => {
    const { tenantId, actor, now, origin } = context;
    await endForm(tx, context);
    const { linkId, path } = await makePublicLink(tx, tenantId, {
      purpose: "case_filing",
      subjectId: null,
      accountId: null,
      personId: null,
      expiresAt: new Date(now.getTime() + livesDays * 86_400_000),
      createdBy: actor.userId,
    });
    await tx
      .insertInto("case_form")
      .values({ tenant_id: tenantId, link_id: linkId, path, made_by: actor.userId, made_at: now })
      .execute();
    await recordAudit(tx, context, "case_form.opened", { kind: "public_link", id: linkId });
    return { url: `${origin}${path}`, madeAt: now.toISOString() };
  });

export const closeCaseForm = (context: Context): Promise<void> =>
  context.write(async (tx) => {
    if (!(await endForm(tx, context))) throw new AppError("filing_link.not_found");
    const subject = { kind: "workspace", id: context.tenantId };
    await recordAudit(tx, context, "case_form.closed", subject);
  });
