import type { WordsLike } from "../words-like.ts";
import type { interactionZh } from "./zh.ts";

export const interactionEn: WordsLike<typeof interactionZh> = {
  log: "Log contact",
  logFor: "Log a contact with {{account}}",
  kind: "How",
  occurredOn: "Day",
  summary: "What was said",
  summaryHint: "A line or two: what they said, what was promised",
  isTwoWay: "They answered or took part",
  people: "Who of theirs was there",
  ours: "Who of ours was there",
  noPeople: "Nobody of theirs is on record yet",
  logged: "Logged",
};
