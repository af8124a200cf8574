import type { ChangeDetail } from "@mainstay/contract/requirement-change";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { workOnChange } from "./work-on-change.ts";

const close =
  ({ done, ability }: { done: "declined" | "withdrawn"; ability: "decline" | "withdraw" }) =>
  (context: Context, changeId: string, reason: string): Promise<ChangeDetail> =>
    workOnChange(context, changeId, ability, async (tx) => {
      await sql`update requirement_change set status = ${done}, closed_because = ${reason}, closed_at = ${context.now}
        where tenant_id = ${context.tenantId}::uuid and id = ${changeId}::uuid`.execute(tx);
      return { done, detail: { reason } };
    });

/** 客户拒绝 The customer does not want what was sent. */
export const declineChange = close({ done: "declined", ability: "decline" });

/** 撤回 We take back what was drafted or sent. */
export const withdrawChange = close({ done: "withdrawn", ability: "withdraw" });

/** 登记开工 Notes on which day work began, also before anybody confirmed, so that it shows; null takes that back. */
export const markWorkStarted = (
  context: Context,
  changeId: string,
  startedOn: string | null,
): Promise<ChangeDetail> =>
  workOnChange(context, changeId, "markStarted", async (tx) => {
    const { tenantId, today } = context;
    if (startedOn !== null && startedOn > today)
      throw new AppError("requirement_change.in_future", { today });
    await sql`update requirement_change set work_started_on = ${startedOn}::date
      where tenant_id = ${tenantId}::uuid and id = ${changeId}::uuid`.execute(tx);
    return { done: "work_noted", detail: { startedOn } };
  });
