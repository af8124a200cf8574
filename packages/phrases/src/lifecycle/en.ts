import type { WordsLike } from "../words-like.ts";
import type { lifecycleZh } from "./zh.ts";

export const lifecycleEn: WordsLike<typeof lifecycleZh> = {
  title: "Stage and standard actions",
  stage: {
    onboarding: "Onboarding",
    stable: "Stable",
    deep: "Deep",
    symbiosis: "Symbiosis",
    none: "In no stage",
  },
};
