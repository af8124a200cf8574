import { createHash } from "node:crypto";
import type { SessionView, SignInAnswer } from "@mainstay/contract/session";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { PublicContext } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { hasSecondFactor } from "../second-factor/second-factor-queries.ts";
import { readSessionView } from "./session-view.ts";
import { type StartedSession, startSession } from "./start-session.ts";

/** Between password and code: who it is, and a mark of the password that was right. */
export interface CodeStep {
  readonly tenantId: string;
  readonly userId: string;
  readonly passwordMark: string;
}

/** A password hash as a mark that tells nothing of it: a step begun under an earlier password is worth nothing. */
export const markOfPassword = (passwordHash: string | null): string =>
  createHash("sha256")
    .update(passwordHash ?? "")
    .digest("base64url")
    .slice(0, 22);

export type FirstStep =
  | { readonly session: StartedSession; readonly view: SessionView }
  | { readonly step: CodeStep };

/** After a right password: a session, or where the user has a second factor only the right to show it. */
export const passFirstStep = async (
  tx: Tx,
  context: PublicContext,
  user: { tenantId: TenantId; userId: string; passwordHash: string },
): Promise<FirstStep> => {
  const { tenantId, userId } = user;
  if (await hasSecondFactor(tx, tenantId, userId)) {
    return { step: { tenantId, userId, passwordMark: markOfPassword(user.passwordHash) } };
  }
  const session = await startSession(tx, context, tenantId, userId);
  const view = await readSessionView(tx, tenantId, userId, context.now, "password");
  return { session, view };
};

/** Puts the outcome into the answer, once the transaction has committed. */
export const answerFirstStep = (context: PublicContext, passed: FirstStep): SignInAnswer => {
  if ("step" in passed) {
    context.setStep("code", passed.step);
    return { needs: "code" };
  }
  context.setSessionCookie(passed.session);
  return passed.view;
};
