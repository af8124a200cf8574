import {
  PlaybookDraftShape,
  type PlaybookStepShape,
  PlaybookStepsShape,
  type PlaybookView,
} from "@mainstay/contract/playbook";
import { useCallback, useMemo } from "react";
import { useUnsavedText } from "../../lib/unsaved-text.ts";

const readKept = (text: string) => {
  if (text === "") return null;
  try {
    return PlaybookDraftShape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

/** Steps in a file that somebody saved; null when it is none. */
export const readStepsFile = (text: string): PlaybookStepShape[] | null => {
  try {
    return PlaybookStepsShape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

export interface PlaybookDraft {
  readonly steps: readonly PlaybookStepShape[];
  /** The version the draft began from; older than the one in force when somebody else published meanwhile. */
  readonly baseVersion: number;
  readonly isChanged: boolean;
  readonly change: (steps: readonly PlaybookStepShape[]) => void;
  readonly reset: () => void;
}

/** Steps as they are being written, beside those in force; they survive a reload until published or discarded. */
export const usePlaybookDraft = (playbook: PlaybookView): PlaybookDraft => {
  const { text, setText, done } = useUnsavedText(`playbook:${playbook.stage}`);
  const kept = useMemo(() => readKept(text), [text]);
  const inForce = playbook.versions[0]?.steps ?? [];
  const change = useCallback(
    (steps: readonly PlaybookStepShape[]) =>
      setText((before) =>
        JSON.stringify({
          baseVersion: readKept(before)?.baseVersion ?? playbook.version,
          steps,
        }),
      ),
    [playbook.version, setText],
  );
  return {
    steps: kept?.steps ?? inForce,
    baseVersion: kept?.baseVersion ?? playbook.version,
    isChanged: kept !== null,
    change,
    reset: done,
  };
};

/** A new step with nothing filled in but a name that no other has. */
export const emptyStep = (steps: readonly PlaybookStepShape[]): PlaybookStepShape => {
  let number = steps.length + 1;
  while (steps.some(({ key }) => key === `step_${number}`)) number += 1;
  const words = { zh: "", en: "" };
  return {
    key: `step_${number}`,
    title: words,
    why: words,
    done: words,
    ownerRole: "manager",
    after: null,
    offset: 5,
    repeat: null,
    contactKinds: [],
  };
};

/** The step at a place put one place up or down. */
export const movedStep = (
  steps: readonly PlaybookStepShape[],
  index: number,
  by: -1 | 1,
): PlaybookStepShape[] => {
  const moved = [...steps];
  const [step] = moved.splice(index, 1);
  if (step) moved.splice(index + by, 0, step);
  return moved;
};
