import { withLaterWords } from "../../lib/voice.ts";

const load = () =>
  withLaterWords(() => import("./other-row.tsx").then((m) => ({ default: m.OtherRow })));
let loaded: ReturnType<typeof load> | null = null;

/** Rows that are no signals, with their words: fetched once, beside the list's data rather than after it. */
export const loadOtherRow = (): ReturnType<typeof load> => (loaded ??= load());
