import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, instant, nothing, requiredText } from "./endpoint/wire.ts";
import { password, SessionView } from "./session.ts";

/** A key kept by a device or a key service; it signs in without a password. */
export const PasskeyView = z.object({
  id,
  name: z.string(),
  /** Kept by a service that brings it to other devices. */
  isSynced: z.boolean(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});
export type PasskeyView = z.infer<typeof PasskeyView>;

/** What `navigator.credentials` takes and gives, as WebAuthn writes it in JSON. */
const options = z.record(z.string(), z.unknown());
const signed = z
  .object({
    id: z.string().max(2_000),
    rawId: z.string().max(2_000),
    type: z.literal("public-key"),
    response: z.record(z.string(), z.unknown()),
    clientExtensionResults: z.record(z.string(), z.unknown()),
    authenticatorAttachment: z.string().max(40).nullish(),
  })
  .strip();

const params = z.object({ passkeyId: id });

export const passkeys = {
  list: endpoint({
    id: "passkeys.list",
    method: "GET",
    path: "/session/passkeys",
    allow: "signed_in",
    summary: "My passkeys, the newest first",
    response: z.object({ items: z.array(PasskeyView) }),
  }),
  begin: endpoint({
    id: "passkeys.begin",
    method: "POST",
    path: "/session/passkeys/begin",
    allow: "signed_in",
    summary: "What the browser needs to make a passkey; needs the password",
    body: z.object({ password: password.optional() }),
    response: z.object({ options }),
  }),
  register: endpoint({
    id: "passkeys.register",
    method: "POST",
    path: "/session/passkeys",
    allow: "signed_in",
    summary: "Keep the passkey the browser just made",
    body: z.object({ name: requiredText(100), signed }),
    response: PasskeyView,
    status: 201,
  }),
  rename: endpoint({
    id: "passkeys.rename",
    method: "PATCH",
    path: "/session/passkeys/:passkeyId",
    allow: "signed_in",
    summary: "Give a passkey of mine another name",
    params,
    body: z.object({ name: requiredText(100) }),
    response: PasskeyView,
  }),
  remove: endpoint({
    id: "passkeys.remove",
    method: "DELETE",
    path: "/session/passkeys/:passkeyId",
    allow: "signed_in",
    summary: "Remove a passkey of mine",
    params,
    response: nothing,
    status: 204,
  }),
  beginSignIn: endpoint({
    id: "passkeys.beginSignIn",
    method: "POST",
    path: "/session/passkey/begin",
    allow: "public",
    summary: "What the browser needs to sign in with a passkey; names nobody",
    response: z.object({ options }),
  }),
  signIn: endpoint({
    id: "passkeys.signIn",
    method: "POST",
    path: "/session/passkey",
    allow: "public",
    summary: "Sign in with a passkey; it counts as both factors",
    body: z.object({ signed }),
    response: SessionView,
  }),
};
