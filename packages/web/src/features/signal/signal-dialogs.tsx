import type { SignalView } from "@mainstay/contract/signal";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { isOrderSignal } from "@mainstay/domain/signal/signal-kind";
import { Suspense, lazy } from "react";
import { withLaterWords } from "../../lib/voice.ts";

const Evidence = lazy(() =>
  import("./evidence-drawer.tsx").then((m) => ({ default: m.EvidenceDrawer })),
);
const Resolve = lazy(() =>
  import("./resolve-dialog.tsx").then((m) => ({ default: m.ResolveDialog })),
);
const Snooze = lazy(() => import("./snooze-dialog.tsx").then((m) => ({ default: m.SnoozeDialog })));
const AddTask = lazy(() =>
  import("../task/add-task-dialog.tsx").then((m) => ({ default: m.AddTaskDialog })),
);
const Log = lazy(() =>
  import("../interaction/log-interaction-dialog.tsx").then((m) => ({
    default: m.LogInteractionDialog,
  })),
);

const Rescue = lazy(() =>
  withLaterWords(() => import("../rescue/open-rescue-dialog.tsx")).then((m) => ({
    default: m.OpenRescueDialog,
  })),
);

export type SignalDialogKind = "evidence" | "task" | "log" | "resolve" | "snooze" | "rescue";

/** Whichever dialog of a signal is open; its code is fetched when it is. */
export const SignalDialogs = ({
  open,
  today,
  currency,
  onClose,
  onDialog,
}: {
  open: { kind: SignalDialogKind; signal: SignalView } | null;
  today: IsoDay;
  currency: string;
  onClose: () => void;
  onDialog: (kind: SignalDialogKind) => void;
}) => {
  if (open === null) return null;
  const { kind, signal } = open;
  const account = { id: signal.account.id, name: signal.account.name };
  const shared = { signal, today, onClose };
  return (
    <Suspense>
      {kind === "evidence" && <Evidence {...shared} currency={currency} onDialog={onDialog} />}
      {kind === "resolve" && <Resolve {...shared} currency={currency} />}
      {kind === "rescue" && <Rescue account={account} signal={signal} onClose={onClose} />}
      {kind === "snooze" && <Snooze {...shared} />}
      {kind === "task" && (
        <AddTask
          account={account}
          signalId={signal.id}
          play={signal.play}
          today={today}
          onClose={onClose}
        />
      )}
      {kind === "log" && (
        <Log
          account={account}
          signalId={signal.id}
          personIds={signal.evidence.flatMap(({ personId }) => personId ?? []).slice(0, 1)}
          kind={isOrderSignal(signal.kind) ? "call" : "meeting"}
          today={today}
          onClose={onClose}
        />
      )}
    </Suspense>
  );
};
