import type { CaseView } from "@mainstay/contract/case";
import type { CaseCause } from "@mainstay/domain/case/case-kind";
import { askConfirmation } from "../case-closing/ask-confirmation.ts";
import type { Context } from "../platform/access/context.ts";
import { endPause } from "./pause-case.ts";
import { recordCaseEvent } from "./record-case-event.ts";
import { endTransfer } from "./transfer-case.ts";
import { workOnCase } from "./work-on-case.ts";

/**
 * 提交解决方案 Says that it is solved and how, and asks the customer whether that holds. Only their word closes it: until then it stays
 * solved, unconfirmed. Stops every clock that runs; the solution is an answer where none was given before.
 */
export const solveCase = (
  context: Context,
  caseId: string,
  { solution, cause }: { solution: string; cause: CaseCause },
): Promise<CaseView> =>
  workOnCase(context, caseId, "solve", async (tx, record) => {
    const { tenantId, actor, now } = context;
    await endPause(tx, tenantId, caseId, now);
    await endTransfer(tx, context, caseId, "withdrawn");
    await recordCaseEvent(tx, {
      tenantId,
      caseId,
      kind: "solved",
      at: now,
      byUserId: actor.userId,
      isPublic: true,
      words: solution,
      detail: { cause },
    });
    await tx
      .updateTable("service_case")
      .set({ status: "solved", solved_at: now, solution, cause })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", caseId)
      .execute();
    const { isMailed } = await askConfirmation(tx, context, { caseId });
    return {
      done: "solved",
      detail: { cause, isMailed },
      change: { replied_at: record.replied_at ?? now },
      clocks: "next",
      moves: true,
    };
  });
