import type { PasskeyView } from "@mainstay/contract/passkey";
import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { announceAccessChange } from "../platform/access/access-news.ts";
import type { Context } from "../platform/access/context.ts";
import { demandSession } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandOwnPassword } from "../session/demand-own-password.ts";
import { startSession } from "../session/start-session.ts";
import { insertPasskey, listPasskeys, type PasskeyRow } from "./passkey-queries.ts";
import { presentPasskey } from "./present-passkey.ts";
import { relyingPartyOf, writeUserHandle } from "./relying-party.ts";

const atMost = 20;

interface NewPasskeyStep {
  readonly challenge: string;
  readonly userId: string;
}

/** What the browser needs to make a passkey: one that names its user and asks for finger, face or PIN. */
export const beginPasskey = async (app: App, context: Context, password: string | undefined) => {
  const party = relyingPartyOf(context.origin);
  const { email } = await demandOwnPassword(app.database, context, password);
  const { tenantId, actor } = context;
  const known = await context.read((db) => listPasskeys(db, tenantId, actor.userId));
  if (known.length >= atMost) throw new AppError("passkey.too_many", { limit: atMost });
  const options = await generateRegistrationOptions({
    rpID: party.id,
    rpName: context.workspace.name || "Mainstay",
    userID: writeUserHandle(tenantId, actor.userId),
    userName: email,
    userDisplayName: email,
    attestationType: "none",
    excludeCredentials: known.map(({ credential_id: id }) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const step: NewPasskeyStep = { challenge: options.challenge, userId: actor.userId };
  context.setStep("new_passkey", step);
  return { options: { ...options } };
};

/**
 * Keeps the passkey the browser made, once its answer is proved to be ours. A session that began with a password alone
 * gives way to a new one: the person has just shown the stronger proof.
 */
export const registerPasskey = async (
  app: App,
  context: Context,
  input: { name: string; signed: unknown },
): Promise<PasskeyView> => {
  demandSession(context);
  const { tenantId, actor } = context;
  const step = context.readStep<NewPasskeyStep>("new_passkey");
  context.setStep("new_passkey", null);
  if (step?.userId !== actor.userId) throw new AppError("session.step_expired");
  const made = await verify(context, step, input.signed as RegistrationResponseJSON);
  const done = await context.write(async (tx) => {
    const row = await insertPasskey(tx, tenantId, {
      id: newId(),
      userId: actor.userId,
      name: input.name,
      credentialId: made.credential.id,
      publicKey: Buffer.from(made.credential.publicKey),
      counter: made.credential.counter,
      transports: made.credential.transports ?? [],
      isSynced: made.credentialBackedUp,
      createdAt: context.now,
    });
    const session =
      context.sessionMethod === "password"
        ? await startSession(tx, context, tenantId, actor.userId, "passkey")
        : null;
    await announceAccessChange(tx, tenantId, actor.userId);
    const subject = { kind: "passkey", id: row.id };
    await recordAudit(tx, context, "passkey.added", subject, { name: input.name });
    return { row: row as PasskeyRow, session };
  });
  if (done.session) context.setSessionCookie(done.session);
  app.gate.forget(tenantId, actor.userId);
  return presentPasskey(done.row);
};

const verify = async (
  context: Context,
  step: NewPasskeyStep,
  response: RegistrationResponseJSON,
) => {
  const party = relyingPartyOf(context.origin);
  const result = await verifyRegistrationResponse({
    response,
    expectedChallenge: step.challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
  }).catch((error: unknown) => {
    context.log.warn({ err: error, requestId: context.requestId }, "passkey refused");
    return null;
  });
  if (!result?.verified) throw new AppError("passkey.refused");
  return result.registrationInfo;
};
