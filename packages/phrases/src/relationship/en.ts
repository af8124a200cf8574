import type { WordsLike } from "../words-like.ts";
import type { relationshipZh } from "./zh.ts";

export const relationshipEn: WordsLike<typeof relationshipZh> = {
  tabs: {
    label: "Pages of the account",
    overview: "Overview",
    map: "Map",
    chain: "Decision chain",
    support: "Support over time",
    brief: "Meeting brief",
  },
};
