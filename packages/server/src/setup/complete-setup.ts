import type { SessionView } from "@mainstay/contract/session";
import type { Locale } from "@mainstay/phrases/locale";
import type { PublicContext } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { hashNewPassword } from "../session/password-hash.ts";
import { readSessionView } from "../session/session-view.ts";
import { startSession } from "../session/start-session.ts";
import { findLink, lockLink, markLinkUsed, readLinkToken } from "../user/one-time-link.ts";
import { insertUser } from "../user/user-queries.ts";

export interface SetupInput {
  token: string;
  workspaceName: string;
  locale: Locale;
  administrator: { name: string; email: string; password: string };
  portfolio: "empty" | "demo";
}

/**
 * Turns the link of the terminal into a named workspace with its administrator, signed in; with `demo` the demo
 * portfolio is ordered in the same transaction. A link that was used, or of a workspace already set up, does nothing.
 */
export const completeSetup = async (
  database: Database,
  context: PublicContext,
  input: SetupInput,
): Promise<SessionView> => {
  const read = readLinkToken(input.token);
  if (!read) throw new AppError("session.link_invalid");
  const { tenantId, secret } = read;
  const scope = systemScope(tenantId);
  const { name, email, password } = input.administrator;
  const link = await withTenantReadOnly(database, scope, (db) =>
    findLink(db, tenantId, secret, context.now, ["first_admin"]),
  );
  if (!link) throw new AppError("session.link_invalid");
  const passwordHash = await hashNewPassword(password, email);
  const done = await withTenant(database, scope, async (tx) => {
    const locked = await lockLink(tx, tenantId, secret, context.now, ["first_admin"]);
    if (!locked) throw new AppError("session.link_invalid");
    const updated = await tx
      .updateTable("tenant")
      .set({ name: input.workspaceName, locale: input.locale, set_up_at: context.now })
      .where("id", "=", tenantId)
      .where("set_up_at", "is", null)
      .executeTakeFirst();
    if (Number(updated.numUpdatedRows) === 0) throw new AppError("setup.already_done");
    const userId = newId();
    const role = "admin" as const;
    await insertUser(tx, tenantId, {
      id: userId,
      email,
      name,
      role,
      visibility: "all",
      passwordHash,
    });
    await markLinkUsed(tx, tenantId, locked.id, context.now);
    const session = await startSession(tx, context, tenantId, userId);
    const author = { tenantId, actor: { userId }, requestId: context.requestId };
    const subject = { kind: "workspace", id: tenantId };
    await recordAudit(tx, author, "workspace.set_up", subject, { portfolio: input.portfolio });
    if (input.portfolio === "demo") {
      await enqueue(tx, "generate_demo_portfolio", { tenantId, userId });
    }
    return { session, view: await readSessionView(tx, tenantId, userId, context.now, "password") };
  });
  context.setSessionCookie(done.session);
  return done.view;
};
