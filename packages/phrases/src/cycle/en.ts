import type { WordsLike } from "../words-like.ts";
import type { cycleZh } from "./zh.ts";

export const cycleEn: WordsLike<typeof cycleZh> = {
  title: "{{account}}: the cycle",
  lead: "Stage and standard actions, health, obligations, team and handovers of the account on one page.",
};
