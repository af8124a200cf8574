import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { instant, nothing } from "./endpoint/wire.ts";
import { password, SessionView } from "./session.ts";

/** A one-time code of an authenticator, or a recovery code; blanks and hyphens do not matter. */
const code = z.string().trim().min(6).max(40);

/** What stands behind my password. */
export const SecondFactorView = z.object({
  isOn: z.boolean(),
  since: instant.nullable(),
  recoveryCodesLeft: z.int().nonnegative(),
  /** Whether the workspace demands a second factor of my role. */
  isDemanded: z.boolean(),
  /** A person who signs in elsewhere (single sign-on) may have none. */
  hasPassword: z.boolean(),
});
export type SecondFactorView = z.infer<typeof SecondFactorView>;

/** Shown once; each works once. */
const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });

export const secondFactors = {
  get: endpoint({
    id: "secondFactors.get",
    method: "GET",
    path: "/session/second-factor",
    allow: "signed_in",
    summary: "Whether signing in as me needs a one-time code",
    response: SecondFactorView,
  }),
  begin: endpoint({
    id: "secondFactors.begin",
    method: "POST",
    path: "/session/second-factor",
    allow: "signed_in",
    summary: "A fresh secret for an authenticator; works only after its first code was confirmed",
    body: z.object({ password: password.optional() }),
    response: z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() }),
    status: 201,
  }),
  confirm: endpoint({
    id: "secondFactors.confirm",
    method: "POST",
    path: "/session/second-factor/confirm",
    allow: "signed_in",
    summary: "Turn the second factor on with its first code; other sessions end",
    body: z.object({ code }),
    response: RecoveryCodes,
  }),
  renewCodes: endpoint({
    id: "secondFactors.renewCodes",
    method: "POST",
    path: "/session/second-factor/recovery-codes",
    allow: "signed_in",
    summary: "Ten new recovery codes; the earlier ones stop working",
    body: z.object({ password: password.optional() }),
    response: RecoveryCodes,
  }),
  remove: endpoint({
    id: "secondFactors.remove",
    method: "POST",
    path: "/session/second-factor/remove",
    allow: "signed_in",
    summary: "Turn my second factor off; needs the password",
    body: z.object({ password: password.optional() }),
    response: nothing,
    status: 204,
  }),
  signIn: endpoint({
    id: "secondFactors.signIn",
    method: "POST",
    path: "/session/code",
    allow: "public",
    summary: "The second step of signing in: a one-time code or a recovery code",
    body: z.object({ code }),
    response: SessionView,
  }),
};
