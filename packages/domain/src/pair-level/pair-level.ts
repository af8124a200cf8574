/**
 * 关系级别 How well one of us and one of them know each other, in six steps; the words can be changed by the workspace,
 * the steps cannot. From `credibleLevel` on, the one would put in a word for the other (capabilities R7, R10).
 */
export const pairLevels = [1, 2, 3, 4, 5, 6] as const;
export type PairLevel = (typeof pairLevels)[number];

/** 1 未接触, 2 认识, 3 约得到, 4 信任, 5 支持, 6 同盟. */
export const pairLevelNames = [
  "no_contact",
  "acquainted",
  "gives_time",
  "trusts",
  "backs_us",
  "allied",
] as const;
export const credibleLevel: PairLevel = 3;
