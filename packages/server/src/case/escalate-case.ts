import type { CaseView } from "@mainstay/contract/case";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { raiseCase } from "./raise-case.ts";
import { workOnCase } from "./work-on-case.ts";

/** 请求升级 Somebody who works on the case asks the next one above to look, for a reason. */
export const escalateCase = (context: Context, caseId: string, reason: string): Promise<CaseView> =>
  workOnCase(context, caseId, "escalate", async (tx, record) => {
    const isRaised = await raiseCase(tx, context, record, { because: "by_hand", words: reason });
    if (!isRaised) throw new AppError("case.ladder_ended");
    return { done: "escalation_asked", clocks: "next", moves: true };
  });
