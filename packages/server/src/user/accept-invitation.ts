import type { SignInAnswer } from "@mainstay/contract/session";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { announceAccessChange } from "../platform/access/access-news.ts";
import type { PublicContext } from "../platform/access/context.ts";
import type { Gate } from "../platform/access/gate.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { blindScope } from "../platform/db/tenant-scope.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { hashNewPassword } from "../session/password-hash.ts";
import { deleteSessionsOf } from "../session/session-queries.ts";
import { answerFirstStep, passFirstStep } from "../session/pass-first-step.ts";
import { findLink, lockLink, markLinkUsed, readLinkToken } from "./one-time-link.ts";
import { insertUser, savePassword, saveProfile, saveUser } from "./user-queries.ts";

const kinds: ("invite" | "admin")[] = ["invite", "admin"];

/** Whom a link is for, so that the page can greet them. */
export const lookAtInvitation = async (
  database: Database,
  context: PublicContext,
  token: string,
) => {
  const read = readLinkToken(token);
  if (!read) throw new AppError("session.link_invalid");
  const { tenantId, secret } = read;
  return withTenantReadOnly(database, blindScope(tenantId), async (db) => {
    const link = await findLink(db, tenantId, secret, context.now, kinds);
    if (!link) throw new AppError("session.link_invalid");
    const tenant = await db
      .selectFrom("tenant")
      .select(["name", "locale"])
      .where("id", "=", tenantId)
      .executeTakeFirstOrThrow();
    return {
      kind: link.kind as "invite" | "admin",
      workspaceName: tenant.name,
      locale: tenant.locale as "zh-CN" | "en",
      email: link.email,
      name: link.name,
    };
  });
};

/**
 * Uses a link up: the invited person chooses a password; an `admin` link (from the terminal) names a person and makes
 * them administrator. Earlier sessions of the person end; this browser is signed in, or asked for the code of who has a
 * second factor: a link replaces the password only.
 */
export const acceptInvitation = async (
  database: Database,
  gate: Gate,
  context: PublicContext,
  input: {
    token: string;
    password: string;
    name?: string | undefined;
    email?: string | undefined;
  },
): Promise<SignInAnswer> => {
  const read = readLinkToken(input.token);
  if (!read) throw new AppError("session.link_invalid");
  const { tenantId, secret } = read;
  const scope = blindScope(tenantId);
  const link = await withTenantReadOnly(database, scope, (db) =>
    findLink(db, tenantId, secret, context.now, kinds),
  );
  if (!link) throw new AppError("session.link_invalid");
  const email = link.kind === "admin" ? input.email : link.email;
  if (!email) throw refuseField("email", "required");
  const passwordHash = await hashNewPassword(input.password, email);
  const done = await withTenant(database, scope, async (tx) => {
    const locked = await lockLink(tx, tenantId, secret, context.now, kinds);
    if (!locked) throw new AppError("session.link_invalid");
    const userId =
      locked.kind === "admin"
        ? await nameAdmin(tx, tenantId, { email, name: input.name ?? email, passwordHash })
        : await claimAccount(tx, tenantId, { email, name: input.name, passwordHash });
    await markLinkUsed(tx, tenantId, locked.id, context.now);
    await deleteSessionsOf(tx, tenantId, userId);
    await announceAccessChange(tx, tenantId, userId);
    const author = { tenantId, actor: { userId }, requestId: context.requestId };
    const act = locked.kind === "admin" ? "user.made_admin" : "user.joined";
    await recordAudit(tx, author, act, { kind: "user", id: userId });
    const passed = await passFirstStep(tx, context, { tenantId, userId, passwordHash });
    return { userId, passed };
  });
  gate.forget(tenantId, done.userId);
  return answerFirstStep(context, done.passed);
};

const findByEmail = (tx: Tx, tenantId: TenantId, email: string) =>
  tx
    .selectFrom("app_user")
    .select(["id", "is_active"])
    .where("tenant_id", "=", tenantId)
    .where("email", "=", email)
    .forUpdate()
    .executeTakeFirst();

const claimAccount = async (
  tx: Tx,
  tenantId: TenantId,
  person: { email: string; name: string | undefined; passwordHash: string },
): Promise<string> => {
  const user = await findByEmail(tx, tenantId, person.email);
  if (!user?.is_active) throw new AppError("session.link_invalid");
  await savePassword(tx, tenantId, user.id, person.passwordHash);
  if (person.name !== undefined) await saveProfile(tx, tenantId, user.id, { name: person.name });
  return user.id;
};

const nameAdmin = async (
  tx: Tx,
  tenantId: TenantId,
  person: { email: string; name: string; passwordHash: string },
): Promise<string> => {
  const known = await findByEmail(tx, tenantId, person.email);
  if (!known) {
    const id = newId();
    await insertUser(tx, tenantId, { id, ...person, role: "admin", visibility: "all" });
    return id;
  }
  await saveUser(tx, tenantId, known.id, { role: "admin", visibility: "all", isActive: true });
  await savePassword(tx, tenantId, known.id, person.passwordHash);
  return known.id;
};
