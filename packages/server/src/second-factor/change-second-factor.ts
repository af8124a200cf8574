import type { SecondFactorView } from "@mainstay/contract/second-factor";
import { announceAccessChange } from "../platform/access/access-news.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db } from "../platform/db/database-handles.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandOwnPassword } from "../session/demand-own-password.ts";
import { findPassword } from "../user/user-queries.ts";
import { hashRecoveryCode, newRecoveryCodes } from "./recovery-code.ts";
import {
  countRecoveryCodes,
  deleteSecondFactor,
  findSecondFactor,
  hasSecondFactor,
  replaceRecoveryCodes,
} from "./second-factor-queries.ts";

/** Whether the workspace demands a second factor of the caller's role. */
const isDemanded = async (db: Db, { tenantId, actor }: Context): Promise<boolean> => {
  const tenant = await db
    .selectFrom("tenant")
    .select("second_factor_roles")
    .where("id", "=", tenantId)
    .executeTakeFirstOrThrow();
  return tenant.second_factor_roles.includes(actor.role);
};

export const readSecondFactor = async (db: Db, context: Context): Promise<SecondFactorView> => {
  const { tenantId, actor } = context;
  const factor = await findSecondFactor(db, tenantId, actor.userId);
  const user = await findPassword(db, tenantId, actor.userId);
  return {
    isOn: factor?.confirmedAt != null,
    since: factor?.confirmedAt?.toISOString() ?? null,
    recoveryCodesLeft: await countRecoveryCodes(db, tenantId, actor.userId),
    isDemanded: await isDemanded(db, context),
    hasPassword: user?.passwordHash != null,
  };
};

/** Ten new recovery codes in place of the earlier ones; needs the password. */
export const renewRecoveryCodes = async (
  app: App,
  context: Context,
  password: string | undefined,
) => {
  await demandOwnPassword(app.database, context, password);
  const { tenantId, actor } = context;
  const recoveryCodes = newRecoveryCodes();
  await context.write(async (tx) => {
    if (!(await hasSecondFactor(tx, tenantId, actor.userId))) {
      throw new AppError("second_factor.not_on");
    }
    const hashes = recoveryCodes.map((one) => hashRecoveryCode(actor.userId, one));
    await replaceRecoveryCodes(tx, tenantId, actor.userId, hashes);
    const subject = { kind: "user", id: actor.userId };
    await recordAudit(tx, context, "second_factor.codes_renewed", subject);
  });
  return { recoveryCodes };
};

/** Turns the second factor off; needs the password, and a workspace that does not demand it of the role. */
export const removeSecondFactor = async (
  app: App,
  context: Context,
  password: string | undefined,
): Promise<void> => {
  await demandOwnPassword(app.database, context, password);
  const { tenantId, actor } = context;
  await context.write(async (tx) => {
    if (await isDemanded(tx, context)) throw new AppError("second_factor.demanded");
    if (!(await deleteSecondFactor(tx, tenantId, actor.userId))) {
      throw new AppError("second_factor.not_on");
    }
    await announceAccessChange(tx, tenantId, actor.userId);
    const subject = { kind: "user", id: actor.userId };
    await recordAudit(tx, context, "second_factor.turned_off", subject);
  });
  app.gate.forget(tenantId, actor.userId);
};
