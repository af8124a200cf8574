import { obligations, type ObligationView } from "@mainstay/contract/obligation";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Suspense, lazy } from "react";
import { refreshKept } from "../../lib/optimistic.ts";

const Done = lazy(() => import("./done-dialog.tsx").then((m) => ({ default: m.DoneDialog })));
const Move = lazy(() => import("./move-dialog.tsx").then((m) => ({ default: m.MoveDialog })));
const Drop = lazy(() => import("./drop-dialog.tsx").then((m) => ({ default: m.DropDialog })));
const Moves = lazy(() => import("./moves-dialog.tsx").then((m) => ({ default: m.MovesDialog })));
const Log = lazy(() =>
  import("../interaction/log-interaction-dialog.tsx").then((m) => ({
    default: m.LogInteractionDialog,
  })),
);

export type ObligationDialogKind = "log" | "done" | "move" | "drop" | "moves";

/** Whichever dialog of an obligation is open; its code is fetched when it is. */
export const ObligationDialogs = ({
  open,
  today,
  onClose,
}: {
  open: { kind: ObligationDialogKind; obligation: ObligationView } | null;
  today: IsoDay;
  onClose: () => void;
}) => {
  if (open === null) return null;
  const { kind, obligation } = open;
  const shared = { obligation, today, onClose };
  return (
    <Suspense>
      {kind === "done" && <Done {...shared} />}
      {kind === "move" && <Move {...shared} />}
      {kind === "drop" && <Drop {...shared} />}
      {kind === "moves" && <Moves {...shared} />}
      {kind === "log" && (
        <Log
          account={obligation.account}
          kind={obligation.contactKinds[0] ?? "visit"}
          today={today}
          onClose={() => {
            onClose();
            void refreshKept(obligations.list, obligations.overdue, obligations.ofAccount);
          }}
        />
      )}
    </Suspense>
  );
};
