import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { workOnSignal } from "./work-on-signal.ts";

/** Takes the signal off the list until a later day. */
export const snoozeSignal = async (context: Context, signalId: string, until: string) => {
  if (until <= context.today) throw new AppError("signal.snooze_in_past", { today: context.today });
  return workOnSignal(context, signalId, {
    act: "snooze",
    done: "snoozed",
    change: { status: "snoozed", snoozed_until: until },
    detail: { until },
  });
};

/** Brings a snoozed signal back at once. */
export const wakeSignal = (context: Context, signalId: string) =>
  workOnSignal(context, signalId, {
    act: "wake",
    done: "woken",
    change: { status: "open", snoozed_until: null },
  });
