import { toString as drawQr } from "qrcode";
import { announceAccessChange } from "../platform/access/access-news.ts";
import type { Context } from "../platform/access/context.ts";
import { demandSession } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { open, seal } from "../platform/secrets/seal.ts";
import { demandOwnPassword } from "../session/demand-own-password.ts";
import { deleteSessionsOf } from "../session/session-queries.ts";
import { startSession } from "../session/start-session.ts";
import { matchingStep, newTotpSecret, totpUri } from "./one-time-code.ts";
import { hashRecoveryCode, newRecoveryCodes } from "./recovery-code.ts";
import {
  findSecondFactor,
  replaceRecoveryCodes,
  saveConfirmed,
  saveUnconfirmed,
  spendStep,
} from "./second-factor-queries.ts";

export const secretPlace = (tenantId: string, userId: string) => ({
  tenantId,
  table: "second_factor",
  rowId: userId,
});

/** A fresh secret for an authenticator, as text and as a square to scan; nothing is demanded until it is confirmed. */
export const beginSecondFactor = async (
  { database, keyRing }: App,
  context: Context,
  password: string | undefined,
) => {
  const { email } = await demandOwnPassword(database, context, password);
  const { tenantId, actor, now } = context;
  const secret = newTotpSecret();
  const sealed = seal(keyRing, secretPlace(tenantId, actor.userId), secret);
  await context.write(async (tx) => {
    const isSaved = await saveUnconfirmed(tx, tenantId, actor.userId, sealed, now);
    if (!isSaved) throw new AppError("second_factor.already_on");
  });
  const uri = totpUri(secret, context.workspace.name || "Mainstay", email);
  const qrSvg = await drawQr(uri, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return { secret, uri, qrSvg };
};

/**
 * Turns the second factor on with its first code, and gives the recovery codes, this once. Every other session ends and
 * this browser gets a new one: what was open with the password alone is closed.
 */
export const confirmSecondFactor = async (app: App, context: Context, code: string) => {
  demandSession(context);
  const { tenantId, actor, now } = context;
  const { userId } = actor;
  const recoveryCodes = newRecoveryCodes();
  const session = await context.write(async (tx) => {
    const factor = await findSecondFactor(tx, tenantId, userId);
    if (!factor) throw new AppError("second_factor.not_begun");
    if (factor.confirmedAt) throw new AppError("second_factor.already_on");
    const secret = open(app.keyRing, secretPlace(tenantId, userId), factor.secretSealed);
    const step = matchingStep(secret, code.replace(/[\s-]/g, ""), now);
    if (step === null || !(await spendStep(tx, tenantId, userId, step))) {
      throw new AppError("session.code_wrong");
    }
    await saveConfirmed(tx, tenantId, userId, now);
    const hashes = recoveryCodes.map((one) => hashRecoveryCode(userId, one));
    await replaceRecoveryCodes(tx, tenantId, userId, hashes);
    await deleteSessionsOf(tx, tenantId, userId);
    const started = await startSession(tx, context, tenantId, userId, "code");
    await announceAccessChange(tx, tenantId, userId);
    await recordAudit(tx, context, "second_factor.turned_on", { kind: "user", id: userId });
    return started;
  });
  context.setSessionCookie(session);
  app.gate.forget(tenantId, userId);
  return { recoveryCodes };
};
