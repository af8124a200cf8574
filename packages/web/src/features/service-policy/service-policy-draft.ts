import type { ServicePolicyView } from "@mainstay/contract/service-policy";
import {
  type PolicyLine,
  type PolicyLineKey,
  policyLineKeys,
} from "@mainstay/domain/service-policy/service-terms";
import { useMemo } from "react";
import { useUnsavedText } from "../../lib/unsaved-text.ts";

type Lines = ServicePolicyView["lines"];

interface Kept {
  readonly baseVersion: number;
  readonly lines: Lines;
}

const readKept = (text: string): Kept | null => {
  try {
    return text === "" ? null : (JSON.parse(text) as Kept);
  } catch {
    return null;
  }
};

/** A line without the terms it says nothing about. */
export const withoutEmptyTerms = (line: PolicyLine): PolicyLine => {
  const duties = Object.fromEntries(Object.entries(line.duties ?? {}).filter(([, duty]) => duty));
  const kept = Object.entries({ ...line, duties }).filter(
    ([, value]) =>
      value !== null &&
      value !== undefined &&
      Object.keys(Object(value)).length + Number(typeof value !== "object") > 0,
  );
  return Object.fromEntries(kept) as PolicyLine;
};

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === "object"
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value;

/** Two lines say the same, in whatever order. */
export const saysTheSame = (a: PolicyLine | undefined, b: PolicyLine | undefined): boolean =>
  JSON.stringify(sorted(withoutEmptyTerms(a ?? {}))) ===
  JSON.stringify(sorted(withoutEmptyTerms(b ?? {})));

export interface ServicePolicyDraft {
  readonly lines: Lines;
  /** The newest version when the draft began; publishing on an older one is refused. */
  readonly baseVersion: number;
  readonly changed: readonly PolicyLineKey[];
  readonly changeLine: (key: PolicyLineKey, line: PolicyLine) => void;
  readonly replace: (lines: Lines) => void;
  readonly reset: () => void;
}

/** Lines as they are being considered, beside those in force; they survive a reload until published or discarded. */
export const useServicePolicyDraft = (
  inForce: Lines,
  newestVersion: number,
): ServicePolicyDraft => {
  const { text, setText, done } = useUnsavedText("service-policy");
  const kept = useMemo(() => readKept(text), [text]);
  const lines = kept?.lines ?? inForce;
  const keep = (next: Lines) =>
    setText(
      JSON.stringify({
        baseVersion: kept?.baseVersion ?? newestVersion,
        lines: next,
      } satisfies Kept),
    );
  return {
    lines,
    baseVersion: kept?.baseVersion ?? newestVersion,
    changed: policyLineKeys.filter(
      (key) => !saysTheSame(lines[key] as PolicyLine, inForce[key] as PolicyLine),
    ),
    changeLine: (key, line) => keep({ ...lines, [key]: withoutEmptyTerms(line) } as Lines),
    replace: keep,
    reset: done,
  };
};
