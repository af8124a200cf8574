import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { useCallback, useMemo } from "react";
import { useUnsavedText } from "../../lib/unsaved-text.ts";

interface Kept {
  readonly baseVersion: number;
  readonly settings: EvaluationSettings;
}

const readKept = (text: string): Kept | null => {
  try {
    return text === "" ? null : (JSON.parse(text) as Kept);
  } catch {
    return null;
  }
};

export interface PolicyDraft {
  readonly settings: EvaluationSettings;
  /** The version the draft began from; older than the one in force when somebody else published meanwhile. */
  readonly baseVersion: number;
  readonly isChanged: boolean;
  readonly change: (changed: Partial<EvaluationSettings>) => void;
  readonly reset: () => void;
}

/** Settings as they are being considered, beside those in force; they survive a reload until published or discarded. */
export const usePolicyDraft = (inForce: {
  version: number;
  settings: EvaluationSettings;
}): PolicyDraft => {
  const { text, setText, done } = useUnsavedText("policy");
  const kept = useMemo(() => readKept(text), [text]);
  const settings = kept?.settings ?? inForce.settings;
  const baseVersion = kept?.baseVersion ?? inForce.version;
  const change = useCallback(
    (changed: Partial<EvaluationSettings>) =>
      setText((before) => {
        const kept = readKept(before);
        return JSON.stringify({
          baseVersion: kept?.baseVersion ?? inForce.version,
          settings: { ...(kept?.settings ?? inForce.settings), ...changed },
        } satisfies Kept);
      }),
    [inForce, setText],
  );
  const isChanged = JSON.stringify(settings) !== JSON.stringify(inForce.settings);
  return { settings, baseVersion, isChanged, change, reset: done };
};
