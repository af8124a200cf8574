import { isUuid, mintTenantId } from "@mainstay/domain/tenant/tenant-id";
import { safeReturnPath } from "@mainstay/domain/single-sign-on/provider-rule";
import * as oidc from "openid-client";
import type { PublicContext } from "../platform/access/context.ts";
import { withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { blindScope } from "../platform/db/tenant-scope.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findProvider } from "./provider-queries.ts";
import { reachProvider, redirectUriOf } from "./reach-provider.ts";

/** What must come back unchanged with the person; the browser keeps it sealed. */
export interface SingleSignOnStep {
  readonly tenantId: string;
  readonly providerId: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly to: string;
}

/** Where to send the browser: authorisation code with PKCE, a state and a nonce of its own. */
export const startSingleSignOn = async (
  app: App,
  context: PublicContext,
  input: { provider: string; to?: string | undefined },
): Promise<{ url: string }> => {
  const [tenant = "", providerId = ""] = input.provider.split(".");
  if (!isUuid(tenant) || !isUuid(providerId)) throw new AppError("single_sign_on.not_found");
  const tenantId = mintTenantId(tenant);
  const provider = await withTenantReadOnly(app.database, blindScope(tenantId), (db) =>
    findProvider(db, tenantId, providerId),
  );
  if (!provider?.isEnabled) throw new AppError("single_sign_on.not_found");
  const configuration = await reachProvider(app.keyRing, tenantId, provider);
  const step: SingleSignOnStep = {
    tenantId,
    providerId,
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    to: safeReturnPath(input.to),
  };
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUriOf(context.origin),
    scope: "openid email profile",
    state: step.state,
    nonce: step.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(step.verifier),
    code_challenge_method: "S256",
  });
  context.setStep("single_sign_on", step);
  return { url: url.href };
};
