import type { Stance } from "./stance.ts";

/** The one next move with a person. Containing an opponent means answering objections openly and gathering support around them, nothing else. */
export const stancePlays = [
  "protect",
  "activate",
  "win",
  "proof",
  "clarify",
  "recover",
  "contain",
  "find_out",
] as const;
export type StancePlay = (typeof stancePlays)[number];

const playOf: Readonly<Record<Stance, StancePlay>> = {
  insider: "protect",
  ally: "protect",
  supporter: "activate",
  neutral: "win",
  sceptic: "proof",
  misinformed: "clarify",
  backslider: "recover",
  opponent: "contain",
};

/**
 * What to do next with a person who stands so: protect those who carry us, activate supporters, win the neutral, prove to
 * the sceptic 怀疑者, put right what the misinformed 误解者 has wrong, recover the backslider 倒退者, contain the opponent
 * lawfully; where nobody knows, find out.
 */
export const playOfStance = (stance: Stance | null): StancePlay =>
  stance === null ? "find_out" : playOf[stance];
