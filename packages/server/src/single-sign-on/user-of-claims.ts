import { email as emailShape } from "@mainstay/contract/session";
import { isDomainAllowed } from "@mainstay/domain/single-sign-on/provider-rule";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { PublicContext } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { insertUser } from "../user/user-queries.ts";
import type { OidcProvider } from "./provider-queries.ts";

export interface Claims {
  readonly sub: string;
  readonly [name: string]: unknown;
}

interface Found {
  readonly userId: string;
  readonly isNew: boolean;
}

/**
 * The user a provider's person is: by the provider's own id where they are linked, else once by a mail address the
 * provider has verified and whose domain is allowed; where the provider may make users, a new one. Somebody whose access
 * is closed is as unknown as somebody who never was.
 */
export const userOfClaims = async (
  tx: Tx,
  context: PublicContext,
  tenantId: TenantId,
  provider: OidcProvider,
  claims: Claims,
): Promise<Found> => {
  const link = { tenant_id: tenantId, provider_id: provider.id, subject: claims.sub };
  const linked = await tx
    .updateTable("oidc_link as l")
    .from("app_user as u")
    .set({ last_used_at: context.now })
    .whereRef("u.tenant_id", "=", "l.tenant_id")
    .whereRef("u.id", "=", "l.user_id")
    .where("l.tenant_id", "=", tenantId)
    .where("l.provider_id", "=", provider.id)
    .where("l.subject", "=", claims.sub)
    .returning(["u.id", "u.is_active"])
    .executeTakeFirst();
  if (linked) {
    if (!linked.is_active) throw new AppError("single_sign_on.user_unknown");
    return { userId: linked.id, isNew: false };
  }
  const email = verifiedMail(claims, provider);
  const user = await tx
    .selectFrom("app_user")
    .select(["id", "is_active"])
    .where("tenant_id", "=", tenantId)
    .where("email", "=", email)
    .forUpdate()
    .executeTakeFirst();
  if (user ? !user.is_active : !provider.makesUsers) {
    throw new AppError("single_sign_on.user_unknown");
  }
  const userId = user?.id ?? (await makeUser(tx, context, tenantId, provider, email, claims));
  const at = { created_at: context.now, last_used_at: context.now };
  await tx
    .insertInto("oidc_link")
    .values({ ...link, user_id: userId, ...at })
    .execute();
  const author = { tenantId, actor: { userId }, requestId: context.requestId };
  const subject = { kind: "user", id: userId };
  const detail = { provider: provider.label };
  await recordAudit(tx, author, "user.linked", subject, detail);
  return { userId, isNew: user === undefined };
};

const verifiedMail = (claims: Claims, provider: OidcProvider): string => {
  const read = emailShape.safeParse(claims["email"]);
  if (!read.success || claims["email_verified"] !== true) {
    throw new AppError("single_sign_on.mail_unverified");
  }
  if (!isDomainAllowed(read.data, provider.mailDomains)) {
    throw new AppError("single_sign_on.domain_not_allowed");
  }
  return read.data;
};

/** A new user sees their own accounts only; an administrator may open more. */
const makeUser = async (
  tx: Tx,
  context: PublicContext,
  tenantId: TenantId,
  provider: OidcProvider,
  email: string,
  claims: Claims,
): Promise<string> => {
  const id = newId();
  const said = typeof claims["name"] === "string" ? claims["name"].trim().slice(0, 100) : "";
  await insertUser(tx, tenantId, {
    id,
    email,
    name: said.replaceAll("\u0000", "") || email,
    role: provider.newUserRole,
    visibility: "own",
    passwordHash: null,
  });
  const author = { tenantId, actor: null, requestId: context.requestId };
  const detail = { provider: provider.label, role: provider.newUserRole };
  await recordAudit(tx, author, "user.made_by_single_sign_on", { kind: "user", id }, detail);
  return id;
};
