import type { KeyboardEvent } from "react";
import { type MapTree, type Step, walkTree } from "./map-tree.ts";

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
};
const nudges: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** What keys do on the canvas; acts that need somebody get the person in focus. */
export interface MapKeyActs {
  readonly focus: (personId: string | null) => void;
  readonly nudge: (personId: string, dx: number, dy: number) => void;
  readonly open: (personId: string) => void;
  readonly move: (personId: string) => void;
  readonly tie: (personId: string) => void;
  readonly name: (personId: string) => void;
  readonly add: (belowPersonId: string | null) => void;
  readonly find: () => void;
  readonly fit: () => void;
  readonly zoom: (direction: 1 | -1) => void;
  readonly list: () => void;
  readonly help: () => void;
}

/** Reads one key press on the canvas; true when it meant something here. */
export const pressMapKey = (
  event: Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">,
  tree: MapTree,
  focused: string | null,
  acts: MapKeyActs,
): boolean => {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { key } = event;
  const nudge = event.shiftKey ? nudges[key] : undefined;
  if (nudge && focused !== null) {
    acts.nudge(focused, nudge[0] * 24, nudge[1] * 24);
    return true;
  }
  const step = steps[key];
  if (step) {
    acts.focus(walkTree(tree, focused, step));
    return true;
  }
  const anywhere: Readonly<Record<string, () => void>> = {
    n: () => acts.add(focused),
    "/": acts.find,
    f: acts.fit,
    "+": () => acts.zoom(1),
    "=": () => acts.zoom(1),
    "-": () => acts.zoom(-1),
    l: acts.list,
    "?": acts.help,
  };
  const onPerson: Readonly<Record<string, (personId: string) => void>> = {
    Enter: acts.open,
    m: acts.move,
    e: acts.tie,
    r: acts.name,
  };
  const act = anywhere[key];
  if (act) {
    act();
    return true;
  }
  const actOn = onPerson[key];
  if (!actOn || focused === null) return false;
  actOn(focused);
  return true;
};
