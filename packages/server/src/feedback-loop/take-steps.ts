import type { LoopView } from "@mainstay/contract/feedback-loop";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { workOnLoop } from "./work-on-loop.ts";

/** Somebody spoke with the customer: how, and what they said. Not before the loop was opened and not in the future. */
export const noteContact = (
  context: Context,
  loopId: string,
  said: { evidence: string; at?: string | undefined },
): Promise<LoopView> =>
  workOnLoop(context, loopId, "contact", (_, loop) => {
    const at = said.at === undefined ? context.now : new Date(said.at);
    if (at > context.now || at < new Date(loop.openedAt))
      throw new AppError("feedback_loop.contact_out_of_time");
    return {
      change: {
        status: "contacted",
        contacted_at: at,
        contacted_by: context.actor.userId,
        contact_note: said.evidence,
      },
      act: "feedback_loop.contacted",
      detail: { inTime: at <= new Date(loop.contactDueAt) },
    };
  });

/** What was put right, in the words of who did it. */
export const rectifyLoop = (
  context: Context,
  loopId: string,
  evidence: string,
): Promise<LoopView> =>
  workOnLoop(context, loopId, "rectify", () => ({
    change: {
      status: "rectified",
      rectified_at: context.now,
      rectified_by: context.actor.userId,
      rectification: evidence,
    },
    act: "feedback_loop.rectified",
  }));

/** Somebody asked the customer whether it holds. */
export const followUpLoop = (
  context: Context,
  loopId: string,
  evidence: string,
): Promise<LoopView> =>
  workOnLoop(context, loopId, "followUp", () => ({
    change: {
      status: "followed_up",
      followed_up_at: context.now,
      followed_up_by: context.actor.userId,
      follow_up_note: evidence,
    },
    act: "feedback_loop.followed_up",
  }));
