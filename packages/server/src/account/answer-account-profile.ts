import { randomUUID } from "node:crypto";
import type { AccountView, accounts } from "@mainstay/contract/account";
import type { BodyOf } from "@mainstay/contract/endpoint/endpoint";
import { accountAbilities } from "@mainstay/domain/account/account-policy";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { findAccount } from "./account-queries.ts";
import { getAccountView, teamOf } from "./account-view.ts";

type Answer = BodyOf<typeof accounts.answerProfile>;

/** Adds a dated, sourced answer about the customer's world; older answers of the topic are kept. */
export const answerAccountProfile = (
  context: Context,
  accountId: string,
  answer: Answer,
): Promise<AccountView> =>
  context.write(async (tx) => {
    const account = await findAccount(tx, context.tenantId, accountId);
    if (!account) throw new AppError("account.not_found");
    if (!accountAbilities(context.actor, teamOf(account)).edit)
      throw new AppError("access.not_permitted");
    if (answer.answeredOn > context.today) throw refuseField("answeredOn", "too_big");
    const id = randomUUID();
    await tx
      .insertInto("account_profile")
      .values({
        tenant_id: context.tenantId,
        account_id: accountId,
        id,
        topic: answer.topic,
        answer: answer.answer,
        source: answer.source,
        answered_on: answer.answeredOn,
        recorded_by: context.actor.userId,
      })
      .execute();
    await recordAudit(
      tx,
      context,
      "account.profile_answered",
      { kind: "account", id: accountId },
      { topic: answer.topic },
    );
    return getAccountView(tx, context.actor, accountId);
  });
