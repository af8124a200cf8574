import type { SessionView } from "@mainstay/contract/session";
import { mintTenantId, type TenantId } from "@mainstay/domain/tenant/tenant-id";
import * as oidc from "openid-client";
import { announceAccessChange } from "../platform/access/access-news.ts";
import type { PublicContext } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { blindScope } from "../platform/db/tenant-scope.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readSessionView } from "../session/session-view.ts";
import { startSession } from "../session/start-session.ts";
import { findProvider, type OidcProvider } from "./provider-queries.ts";
import { asUnreachable, reachProvider, redirectUriOf } from "./reach-provider.ts";
import type { SingleSignOnStep } from "./start-single-sign-on.ts";
import { type Claims, userOfClaims } from "./user-of-claims.ts";

/**
 * Takes what the provider sent the browser back with, exchanges the code, checks state, nonce, issuer, audience, expiry
 * and signature, and signs the person in. Each start works once. The provider answers for a second factor.
 */
export const completeSingleSignOn = async (
  app: App,
  context: PublicContext,
  search: string,
): Promise<{ session: SessionView; to: string }> => {
  const step = context.readStep<SingleSignOnStep>("single_sign_on");
  context.setStep("single_sign_on", null);
  if (!step) throw new AppError("session.step_expired");
  const tenantId = mintTenantId(step.tenantId);
  const provider = await withTenantReadOnly(app.database, blindScope(tenantId), (db) =>
    findProvider(db, tenantId, step.providerId),
  );
  if (!provider?.isEnabled) throw new AppError("single_sign_on.not_found");
  const claims = await askProvider(app, context, tenantId, provider, step, search);
  const done = await withTenant(app.database, blindScope(tenantId), async (tx) => {
    const { userId, isNew } = await userOfClaims(tx, context, tenantId, provider, claims);
    const session = await startSession(tx, context, tenantId, userId, "single_sign_on");
    if (isNew) await announceAccessChange(tx, tenantId);
    const author = { tenantId, actor: { userId }, requestId: context.requestId };
    const subject = { kind: "session", id: session.id };
    const detail = { method: "single_sign_on", provider: provider.label };
    await recordAudit(tx, author, "session.started", subject, detail);
    const view = await readSessionView(tx, tenantId, userId, context.now, "single_sign_on");
    return { session, view };
  });
  context.setSessionCookie(done.session);
  return { session: done.view, to: step.to };
};

/** What the provider swears about the person. Anything that does not fit is refused alike. */
const askProvider = async (
  app: App,
  context: PublicContext,
  tenantId: TenantId,
  provider: OidcProvider,
  step: SingleSignOnStep,
  search: string,
): Promise<Claims> => {
  const configuration = await reachProvider(app.keyRing, tenantId, provider);
  const back = new URL(redirectUriOf(context.origin));
  back.search = search;
  try {
    const tokens = await oidc.authorizationCodeGrant(configuration, back, {
      expectedState: step.state,
      expectedNonce: step.nonce,
      pkceCodeVerifier: step.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    // A subject is 1–255 characters (OpenID Connect Core § 2); the library lets an empty one pass.
    if (!claims || !/^[\u0020-\uffff]{1,255}$/.test(claims.sub)) {
      throw new AppError("single_sign_on.refused");
    }
    if (typeof claims["email"] === "string") return claims;
    if (!configuration.serverMetadata().userinfo_endpoint) return claims;
    const more = await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub);
    return { ...more, sub: claims.sub };
  } catch (error) {
    const { code } = error as { code?: string };
    context.log.warn({ err: error, requestId: context.requestId }, "single sign-on refused");
    const reason = asUnreachable(error);
    if (reason.code === "single_sign_on.host_not_allowed") throw reason;
    throw new AppError(code === "OAUTH_TIMEOUT" ? "server.unavailable" : "single_sign_on.refused");
  }
};
