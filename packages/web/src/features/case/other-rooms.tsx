import { lazy } from "react";

/** Call-backs, the customer's answers and links of a case. */
export const ClosingSection = lazy(() =>
  import("../case-closing/closing-section.tsx").then((m) => ({ default: m.ClosingSection })),
);

/** Turns what a customer said into a need. */
export const NoteNeedButton = lazy(() =>
  import("../need/note-need-button.tsx").then((m) => ({ default: m.NoteNeedButton })),
);

/** Writes down what was promised to a customer in a case. */
export const GivePromiseButton = lazy(() =>
  import("../promise/give-promise-button.tsx").then((m) => ({ default: m.GivePromiseButton })),
);
