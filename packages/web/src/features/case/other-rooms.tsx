import { type ComponentType, lazy } from "react";

type Module = Record<string, unknown>;

/** A part another room may bring; nothing is shown where it does not. */
const partOf = <Props extends object>(
  files: Record<string, () => Promise<unknown>>,
  name: string,
) => {
  const [load] = Object.values(files);
  return lazy(async (): Promise<{ default: ComponentType<Props> }> => {
    const part = load === undefined ? undefined : ((await load()) as Module)[name];
    return { default: (part ?? (() => null)) as ComponentType<Props> };
  });
};

/** Call-backs, the customer's answers and links of this case. */
export const ClosingSection = partOf<{ caseId: string }>(
  import.meta.glob("../case-closing/closing-section.tsx"),
  "ClosingSection",
);

/** Turns what a customer said into a need. */
export const NoteNeedButton = partOf<{
  source: { kind: "case"; id: string };
  accountId: string;
  personId: string | null;
  title: string;
}>(import.meta.glob("../need/note-need-button.tsx"), "NoteNeedButton");
