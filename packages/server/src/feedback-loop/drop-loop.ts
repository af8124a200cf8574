import type { LoopView } from "@mainstay/contract/feedback-loop";
import { sql } from "kysely";
import { overseersOfAccount } from "../handover/overseers-of-account.ts";
import { notify } from "../notification/notify.ts";
import type { Context } from "../platform/access/context.ts";
import { workOnLoop } from "./work-on-loop.ts";

/** Asks to drop a loop, for a reason: nothing happens before a second pair of eyes agrees. Tells those who oversee the account. */
export const askToDropLoop = (
  context: Context,
  loopId: string,
  because: string,
): Promise<LoopView> =>
  workOnLoop(context, loopId, "drop", async (tx, loop) => {
    const { tenantId, actor, now } = context;
    await notify(tx, tenantId, {
      userIds: (await overseersOfAccount(tx, tenantId, loop.account.id)).filter(
        (userId) => userId !== actor.userId,
      ),
      kind: "feedback_loop_drop_asked",
      subjectKind: "feedback_loop",
      subjectId: loopId,
      accountId: loop.account.id,
      reason: { params: {} },
      dedupeKey: `feedback_loop_drop:${loopId}:${loop.version}`,
    });
    return {
      change: { drop_asked_by: actor.userId, drop_asked_at: now, dropped_because: because },
      act: "feedback_loop.drop_asked",
    };
  });

const asBefore = { drop_asked_by: null, drop_asked_at: null, dropped_because: null };

/** The second pair of eyes: agrees, and the loop is over; or does not, and it goes on where it stood. */
export const decideDropOfLoop = (
  context: Context,
  loopId: string,
  { agrees, note }: { agrees: boolean; note?: string | undefined },
): Promise<LoopView> =>
  workOnLoop(context, loopId, "decideDrop", () => ({
    change: agrees
      ? {
          status: "dropped",
          dropped_by: context.actor.userId,
          dropped_at: context.now,
          ...(note && {
            dropped_because: sql`dropped_because || ${`\n${note}`}`,
          }),
        }
      : asBefore,
    act: agrees ? "feedback_loop.dropped" : "feedback_loop.drop_refused",
  }));

/** Who asked to drop it does not want to any more. */
export const takeBackDropOfLoop = (context: Context, loopId: string): Promise<LoopView> =>
  workOnLoop(context, loopId, "takeBackDrop", () => ({
    change: asBefore,
    act: "feedback_loop.drop_taken_back",
  }));
