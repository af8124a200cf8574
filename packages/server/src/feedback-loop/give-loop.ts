import type { LoopView } from "@mainstay/contract/feedback-loop";
import { notify } from "../notification/notify.ts";
import type { Context } from "../platform/access/context.ts";
import { calendarDayIn } from "../platform/clock/clock.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandTaskOwner } from "../task/demand-task-owner.ts";
import { complainedOfCase } from "./loop-case.ts";
import { workOnLoop } from "./work-on-loop.ts";

/** Gives a loop to a colleague; never to somebody its complaint is about (`feedback_loop.owner_complained_about`). */
export const giveLoop = (
  context: Context,
  loopId: string,
  ownerUserId: string,
): Promise<LoopView> =>
  workOnLoop(context, loopId, "give", async (tx, loop) => {
    await demandTaskOwner(tx, context.tenantId, ownerUserId);
    if (loop.case) {
      const about = await complainedOfCase(tx, context.tenantId, loop.case.id);
      if (about.includes(ownerUserId)) throw new AppError("feedback_loop.owner_complained_about");
    }
    const dueOn = calendarDayIn(context.workspace.timeZone, new Date(loop.contactDueAt));
    await notify(tx, context.tenantId, {
      userIds: [ownerUserId],
      kind: "feedback_loop_opened",
      subjectKind: "feedback_loop",
      subjectId: loopId,
      accountId: loop.account.id,
      reason: { params: { dueOn } },
      dedupeKey: `feedback_loop_given:${loopId}:${loop.version}`,
    });
    return { change: { owner_user_id: ownerUserId }, act: "feedback_loop.given" };
  });
