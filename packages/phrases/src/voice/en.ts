import type { WordsLike } from "../words-like.ts";
import type { voiceZh } from "./zh.ts";

export const voiceEn: WordsLike<typeof voiceZh> = {
  title: "Voice",
  tabs: "Parts of Voice",
  tab: {
    overview: "Overview",
    surveys: "Surveys",
    results: "Results",
    accounts: "Accounts",
    loops: "Loops",
    verbatims: "Verbatims",
    inspections: "Inspections",
  },
};
