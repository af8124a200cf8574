import { createHash } from "node:crypto";
import type { SessionView } from "@mainstay/contract/session";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import { stepLivesMs } from "../platform/access/step-cookie.ts";
import type { PublicContext } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { blindScope } from "../platform/db/tenant-scope.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readSessionView } from "../session/session-view.ts";
import { startSession } from "../session/start-session.ts";
import {
  lockCredential,
  type PasskeyRow,
  savePasskeyUse,
  spendChallenge,
} from "./passkey-queries.ts";
import { readUserHandle, relyingPartyOf } from "./relying-party.ts";

interface PasskeyStep {
  readonly challenge: string;
}

/** What the browser needs to sign in with any passkey it has for us. Names nobody, so that it tells nothing. */
export const beginPasskeySignIn = async (context: PublicContext) => {
  const options = await generateAuthenticationOptions({
    rpID: relyingPartyOf(context.origin).id,
    userVerification: "required",
  });
  const step: PasskeyStep = { challenge: options.challenge };
  context.setStep("passkey", step);
  return { options: { ...options } };
};

/**
 * Signs in with a passkey. The device has asked for finger, face or PIN, so it counts as both factors. A challenge works
 * once; a counter that does not grow betrays a copied key and is refused and written down.
 */
export const signInWithPasskey = async (
  app: App,
  context: PublicContext,
  signed: unknown,
): Promise<SessionView> => {
  const response = signed as AuthenticationResponseJSON;
  const step = context.readStep<PasskeyStep>("passkey");
  context.setStep("passkey", null);
  if (!step) throw new AppError("session.step_expired");
  const who = readUserHandle(response.response.userHandle);
  if (!who) throw new AppError("passkey.refused");
  const { tenantId, userId } = who;
  const done = await withTenant(app.database, blindScope(tenantId, userId), async (tx) => {
    const passkey = await findLivingPasskey(tx, tenantId, userId, response.id);
    if (!passkey) return null;
    const use = await verify(context, step, response, passkey);
    const until = new Date(context.now.getTime() + stepLivesMs.passkey);
    const hash = createHash("sha256").update(step.challenge).digest();
    if (!use || !(await spendChallenge(tx, tenantId, hash, until))) {
      const author = { tenantId, actor: null, requestId: context.requestId };
      await recordAudit(tx, author, "passkey.refused", { kind: "passkey", id: passkey.id });
      return null;
    }
    await savePasskeyUse(tx, tenantId, passkey.id, { ...use, at: context.now });
    const session = await startSession(tx, context, tenantId, userId, "passkey");
    const author = { tenantId, actor: { userId }, requestId: context.requestId };
    const subject = { kind: "session", id: session.id };
    await recordAudit(tx, author, "session.started", subject, { method: "passkey" });
    const view = await readSessionView(tx, tenantId, userId, context.now, "passkey");
    return { session, view };
  });
  if (!done) throw new AppError("passkey.refused");
  context.setSessionCookie(done.session);
  return done.view;
};

const findLivingPasskey = async (
  tx: Tx,
  tenantId: TenantId,
  userId: string,
  credentialId: string,
): Promise<PasskeyRow | null> => {
  const user = await tx
    .selectFrom("app_user")
    .select("is_active")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", userId)
    .executeTakeFirst();
  if (!user?.is_active) return null;
  return (await lockCredential(tx, tenantId, userId, credentialId)) ?? null;
};

const verify = async (
  context: PublicContext,
  step: PasskeyStep,
  response: AuthenticationResponseJSON,
  passkey: PasskeyRow,
): Promise<{ counter: number; isSynced: boolean } | null> => {
  const party = relyingPartyOf(context.origin);
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: step.challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: {
      id: passkey.credential_id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: Number(passkey.counter),
      transports: passkey.transports,
    },
  }).catch((error: unknown) => {
    context.log.warn({ err: error, requestId: context.requestId }, "passkey refused");
    return null;
  });
  if (!result?.verified) return null;
  const { newCounter: counter, credentialBackedUp: isSynced } = result.authenticationInfo;
  return { counter, isSynced };
};
