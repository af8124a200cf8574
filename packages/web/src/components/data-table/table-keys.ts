import type { KeyboardEvent } from "react";
import { useState } from "react";

interface TableKeys {
  readonly count: number;
  readonly open: (index: number) => void;
  readonly toggle: (index: number) => void;
  readonly show: (index: number) => void;
}

/** j/k and the arrows move the active row, Enter opens it, x selects it; typing in a field is left alone. */
export const useTableKeys = ({ count, open, toggle, show }: TableKeys) => {
  const [wanted, setActive] = useState(-1);
  const active = Math.min(wanted, count - 1);
  const go = (index: number) => {
    const next = Math.max(0, Math.min(count - 1, index));
    setActive(next);
    show(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (target.closest("input:not([type=checkbox]),textarea,select,[contenteditable]")) return;
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === "j" || event.key === "ArrowDown") go(active + 1);
    else if (event.key === "k" || event.key === "ArrowUp") go(active - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(count - 1);
    else if (event.key === "Enter" && active >= 0 && target === event.currentTarget) open(active);
    else if (event.key === "x" && active >= 0) toggle(active);
    else return;
    event.preventDefault();
  };
  return { active, onKeyDown };
};
