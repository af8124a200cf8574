import type { Context } from "../platform/access/context.ts";
import { workOnSignal } from "./work-on-signal.ts";

/** "I have seen it and take care of it": the signal stays in the list, its age and taker are known. */
export const acknowledgeSignal = (context: Context, signalId: string) =>
  workOnSignal(context, signalId, {
    act: "acknowledge",
    done: "acknowledged",
    change: {
      status: "acknowledged",
      acknowledged_by: context.actor.userId,
      acknowledged_at: context.now,
    },
  });
