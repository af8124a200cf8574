import { userRoles } from "@mainstay/domain/user/user-role";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, nothing, requiredText, text, version } from "./endpoint/wire.ts";
import { SessionView } from "./session.ts";

/** Roles that somebody unknown may come in with; an administrator is always made by hand. */
export const newUserRoles = userRoles.filter((role) => role !== "admin");

const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[a-z0-9.-]+(:\d{1,5})?$/);
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);

/** The company's own sign-in, spoken to by OpenID Connect. */
export const OidcProviderView = z.object({
  id,
  label: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  hasSecret: z.boolean(),
  /** Hosts besides the issuer's that we may speak to. */
  otherHosts: z.array(z.string()),
  mailDomains: z.array(z.string()),
  makesUsers: z.boolean(),
  newUserRole: z.enum(newUserRoles),
  isEnabled: z.boolean(),
  /** What to enter at the provider as the address to come back to. */
  redirectUri: z.string(),
  version,
});
export type OidcProviderView = z.infer<typeof OidcProviderView>;

const draft = z.object({
  label: requiredText(100),
  issuer: z.string().trim().max(500),
  clientId: requiredText(200),
  /** Left out: stays as it is. Null: there is none (a public client). */
  clientSecret: z.string().max(1_000).nullish(),
  otherHosts: z.array(host).max(10),
  mailDomains: z.array(domain).max(50),
  makesUsers: z.boolean(),
  newUserRole: z.enum(newUserRoles),
  isEnabled: z.boolean(),
});
export type OidcProviderDraft = z.output<typeof draft>;

const params = z.object({ providerId: id });

export const singleSignOn = {
  list: endpoint({
    id: "singleSignOn.list",
    method: "GET",
    path: "/single-sign-on",
    allow: "setting.edit",
    summary: "The providers people may sign in with",
    response: z.object({ items: z.array(OidcProviderView), redirectUri: z.string() }),
  }),
  create: endpoint({
    id: "singleSignOn.create",
    method: "POST",
    path: "/single-sign-on",
    allow: "setting.edit",
    summary: "Name a provider; its secret is kept sealed and never shown again",
    body: draft,
    response: OidcProviderView,
    status: 201,
    versioned: true,
  }),
  edit: endpoint({
    id: "singleSignOn.edit",
    method: "PUT",
    path: "/single-sign-on/:providerId",
    allow: "setting.edit",
    summary: "Change a provider (If-Match)",
    params,
    body: draft,
    response: OidcProviderView,
    versioned: true,
  }),
  remove: endpoint({
    id: "singleSignOn.remove",
    method: "DELETE",
    path: "/single-sign-on/:providerId",
    allow: "setting.edit",
    summary: "Remove a provider and every link to it; nobody signs in by it any more",
    params,
    response: nothing,
    status: 204,
  }),
  check: endpoint({
    id: "singleSignOn.check",
    method: "POST",
    path: "/single-sign-on/:providerId/check",
    allow: "setting.edit",
    summary:
      "Read the provider's own description and refuse with the reason if signing in cannot work",
    params,
    response: z.object({ isFine: z.literal(true) }),
  }),
  options: endpoint({
    id: "singleSignOn.options",
    method: "GET",
    path: "/session/options",
    allow: "public",
    summary: "Which ways of signing in the page offers",
    response: z.object({
      passkeys: z.boolean(),
      providers: z.array(z.object({ provider: z.string(), label: z.string() })),
    }),
  }),
  start: endpoint({
    id: "singleSignOn.start",
    method: "POST",
    path: "/session/single-sign-on/start",
    allow: "public",
    summary: "Where to send the browser to sign in at a provider",
    body: z.object({ provider: z.string().max(200), to: text(500).optional() }),
    response: z.object({ url: z.string() }),
  }),
  complete: endpoint({
    id: "singleSignOn.complete",
    method: "POST",
    path: "/session/single-sign-on",
    allow: "public",
    summary: "Sign in with what the provider sent the browser back with",
    body: z.object({ search: z.string().max(8_000) }),
    response: z.object({ session: SessionView, to: z.string() }),
  }),
};
