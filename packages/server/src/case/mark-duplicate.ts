import type { CaseView } from "@mainstay/contract/case";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { lockCase } from "./lock-case.ts";
import { endPause } from "./pause-case.ts";
import { recordCaseEvent } from "./record-case-event.ts";
import { endTransfer } from "./transfer-case.ts";
import { workOnCase } from "./work-on-case.ts";

/** 标为重复 The customer told us twice: work goes on in the other case of the account, this one ends and points to it. */
export const markDuplicate = (
  context: Context,
  caseId: string,
  ofCaseId: string,
): Promise<CaseView> =>
  workOnCase(context, caseId, "markDuplicate", async (tx, record) => {
    const { tenantId, actor, now } = context;
    if (ofCaseId === caseId) throw new AppError("case.duplicate_elsewhere");
    const other = await lockCase(tx, tenantId, ofCaseId);
    if (other.account_id !== record.account_id) throw new AppError("case.duplicate_elsewhere");
    if (other.status === "duplicate") throw new AppError("case.duplicate_of_duplicate");
    await endPause(tx, tenantId, caseId, now);
    await endTransfer(tx, context, caseId, "withdrawn");
    // What pointed here points on.
    await tx
      .updateTable("service_case")
      .set({ duplicate_of_id: ofCaseId })
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", record.account_id)
      .where("duplicate_of_id", "=", caseId)
      .execute();
    const detail = { ofCaseId, ofNumber: other.number };
    await recordCaseEvent(tx, {
      tenantId,
      caseId,
      kind: "marked_duplicate",
      at: now,
      byUserId: actor.userId,
      detail,
    });
    return {
      done: "marked_duplicate",
      detail,
      change: { status: "duplicate", duplicate_of_id: ofCaseId },
      clocks: "next",
      moves: true,
    };
  });
