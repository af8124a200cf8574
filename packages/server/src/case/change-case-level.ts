import type { CaseView } from "@mainstay/contract/case";
import { isPermitted } from "@mainstay/domain/access/permission";
import { type CaseLevel, caseLevels } from "@mainstay/domain/case/case-kind";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { recordCaseEvent } from "./record-case-event.ts";
import { workOnCase } from "./work-on-case.ts";

const gravity = (level: CaseLevel): number => caseLevels.indexOf(level);

/**
 * 调整级别 More or less grave than thought: the clocks are reckoned anew from when they began, as if it had always been so. Once a
 * clock has run out, only those who direct make it less grave: lateness is not made to disappear by whoever is late.
 */
export const changeCaseLevel = (
  context: Context,
  caseId: string,
  { level, reason }: { level: CaseLevel; reason: string },
): Promise<CaseView> =>
  workOnCase(context, caseId, "changeLevel", async (tx, record, { clocks }) => {
    const { tenantId, actor, now } = context;
    if (record.level === level) throw new AppError("case.level_same");
    const isLate = clocks.some(({ state }) => state === "overdue" || state === "late");
    if (isLate && gravity(level) < gravity(record.level) && !isPermitted(actor, "case.direct"))
      throw new AppError("case.level_late");
    const detail = { from: record.level, to: level };
    await recordCaseEvent(tx, {
      tenantId,
      caseId,
      kind: "level_changed",
      at: now,
      byUserId: actor.userId,
      words: reason,
      detail,
    });
    return {
      done: "level_changed",
      detail,
      change: { level, overran_clocks: [] },
      clocks: "dues",
      moves: true,
    };
  });
