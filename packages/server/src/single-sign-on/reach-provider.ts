import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { mayReach } from "@mainstay/domain/single-sign-on/provider-rule";
import * as oidc from "openid-client";
import { AppError } from "../platform/http/app-error.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { open } from "../platform/secrets/seal.ts";
import type { OidcProvider } from "./provider-queries.ts";

const answerWithinMs = 10_000;
const rememberMs = 10 * 60_000;

/** The page of ours that the provider sends people back to. */
export const redirectUriOf = (origin: string): string => `${origin}/sign-in/single-sign-on`;

const known = new Map<string, { configuration: oidc.Configuration; until: number }>();

/**
 * The provider's own description (discovery) and our credentials with it. Only hosts that the administrator named are
 * ever asked, and no redirect is followed. Throws `single_sign_on.unreachable` and `single_sign_on.host_not_allowed`.
 */
export const reachProvider = async (
  ring: KeyRing,
  tenantId: TenantId,
  provider: OidcProvider,
): Promise<oidc.Configuration> => {
  const key = `${tenantId} ${provider.id} ${provider.version}`;
  const kept = known.get(key);
  if (kept && kept.until > Date.now()) return kept.configuration;
  const configuration = await discover(ring, tenantId, provider);
  known.set(key, { configuration, until: Date.now() + rememberMs });
  return configuration;
};

const discover = async (
  ring: KeyRing,
  tenantId: TenantId,
  provider: OidcProvider,
): Promise<oidc.Configuration> => {
  const { issuer, otherHosts, secretSealed } = provider;
  const place = { tenantId, table: "oidc_provider", rowId: provider.id };
  const secret = secretSealed === null ? null : open(ring, place, secretSealed);
  const guardedFetch: oidc.CustomFetch = async (url, options) => {
    if (!mayReach(url, issuer, otherHosts)) throw notAllowed(url);
    return fetch(url, {
      ...(options as RequestInit),
      redirect: "error",
      signal: AbortSignal.timeout(answerWithinMs),
    });
  };
  const execute = [oidc.enableNonRepudiationChecks];
  if (issuer.startsWith("http:")) execute.push(oidc.allowInsecureRequests);
  const configuration = await oidc
    .discovery(
      new URL(issuer),
      provider.clientId,
      undefined,
      secret === null ? oidc.None() : oidc.ClientSecretBasic(secret),
      { execute, [oidc.customFetch]: guardedFetch, timeout: answerWithinMs / 1000 },
    )
    .catch((error: unknown) => {
      throw asUnreachable(error);
    });
  refuseForeignEndpoints(configuration.serverMetadata(), provider);
  return configuration;
};

const refuseForeignEndpoints = (server: oidc.ServerMetadata, provider: OidcProvider): void => {
  const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = server;
  const needed = [authorization_endpoint, token_endpoint, jwks_uri];
  if (needed.some((address) => address === undefined)) {
    throw new AppError("single_sign_on.unreachable", { reason: "OpenID Connect Discovery" });
  }
  for (const address of [...needed, userinfo_endpoint]) {
    if (address !== undefined && !mayReach(address, provider.issuer, provider.otherHosts)) {
      throw notAllowed(address);
    }
  }
};

const notAllowed = (address: string) =>
  new AppError("single_sign_on.host_not_allowed", {
    host: URL.canParse(address) ? new URL(address).host : address.slice(0, 100),
  });

/** Whatever went wrong on the way to the provider, with the innermost reason a technician can use. */
export const asUnreachable = (error: unknown): AppError => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AppError) return cause;
    const { code } = cause as { code?: unknown };
    if (cause.cause === undefined) {
      const reason = typeof code === "string" ? code : cause.message.slice(0, 200);
      return new AppError("single_sign_on.unreachable", { reason });
    }
  }
  return new AppError("single_sign_on.unreachable", { reason: "" });
};
