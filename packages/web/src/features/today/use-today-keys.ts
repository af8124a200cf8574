import type { SignalView } from "@mainstay/contract/signal";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useSignalActs } from "../signal/signal-acts.ts";
import type { SignalDialogKind } from "../signal/signal-dialogs.tsx";

/** A row of the list as the keyboard knows it. */
export interface KeyedRow {
  /** Of the element on the page. */
  readonly elementId: string;
  readonly accountId: string | null;
  readonly signal: SignalView | null;
}

const dialogKeys: Readonly<Record<string, SignalDialogKind>> = {
  Enter: "evidence",
  t: "task",
  l: "log",
  s: "snooze",
  r: "resolve",
};

const mayOpen = (signal: SignalView, kind: SignalDialogKind): boolean =>
  kind === "resolve" ? signal.can.resolve : kind === "snooze" ? signal.can.snooze : true;

/**
 * Today by keyboard alone: j/k move, Enter the row's first act (a signal's evidence), o account; on a signal a take, t task, l log,
 * s later, r resolve.
 */
export const useTodayKeys = (
  rows: readonly KeyedRow[],
  onDialog: (open: { kind: SignalDialogKind; signal: SignalView }) => void,
  isAway: boolean,
): number => {
  const [wanted, setActive] = useState(-1);
  const active = Math.min(wanted, rows.length - 1);
  const navigate = useNavigate();
  const acts = useSignalActs();
  const onKey = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (isAway || event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
    if (target.closest("input,textarea,select,[contenteditable],[role=dialog],dialog,[role=menu]"))
      return;
    if (event.key === "Enter" && target.closest("a,button")) return;
    if (event.key === "j" || event.key === "k") {
      const next = Math.max(0, Math.min(rows.length - 1, active + (event.key === "j" ? 1 : -1)));
      setActive(next);
      document.getElementById(rows[next]?.elementId ?? "")?.scrollIntoView({ block: "nearest" });
      return;
    }
    const row = rows[active];
    if (row === undefined) return;
    const { signal, accountId } = row;
    const dialog = dialogKeys[event.key];
    if (event.key === "o" && accountId !== null)
      void navigate({ to: "/accounts/$accountId", params: { accountId } });
    else if (signal === null && event.key === "Enter")
      document
        .getElementById(row.elementId)
        ?.querySelector<HTMLElement>("[data-first-act]")
        ?.click();
    else if (signal === null) return;
    else if (event.key === "a" && signal.can.acknowledge) void acts.acknowledge(signal);
    else if (dialog !== undefined && mayOpen(signal, dialog)) onDialog({ kind: dialog, signal });
    else return;
    event.preventDefault();
  };
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    // Before the page's own shortcuts: with a signal chosen, `l` logs a contact about it.
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, []);
  return active;
};
