import type { SignalRules } from "@mainstay/domain/signal-rule/signal-rules";
import { useMemo } from "react";
import { useUnsavedText } from "../../lib/unsaved-text.ts";

interface Kept {
  readonly baseVersion: number;
  readonly rules: SignalRules;
}

const readKept = (text: string): Kept | null => {
  try {
    return text === "" ? null : (JSON.parse(text) as Kept);
  } catch {
    return null;
  }
};

export interface RuleDraft {
  readonly rules: SignalRules;
  /** The version the draft began from. */
  readonly baseVersion: number;
  readonly isChanged: boolean;
  readonly change: (rules: SignalRules) => void;
  readonly reset: () => void;
}

/** Rules as they are being considered, beside those in force; they survive a reload until published or discarded. */
export const useRuleDraft = (inForce: { version: number; rules: SignalRules }): RuleDraft => {
  const { text, setText, done } = useUnsavedText("signal-rules");
  const kept = useMemo(() => readKept(text), [text]);
  const rules = kept?.rules ?? inForce.rules;
  const baseVersion = kept?.baseVersion ?? inForce.version;
  return {
    rules,
    baseVersion,
    isChanged: JSON.stringify(rules) !== JSON.stringify(inForce.rules),
    change: (changed) => setText(JSON.stringify({ baseVersion, rules: changed } satisfies Kept)),
    reset: done,
  };
};
