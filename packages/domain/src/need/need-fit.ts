/** What a need is worth to both and how well we can meet it; money is minor units a year, null where nobody has said. */
export interface NeedFitFacts {
  readonly customerValueMinor: number | null;
  /** What the customer buys from us in twelve months: the yardstick of what is much to them. */
  readonly revenue12mMinor: number | null;
  /** 0 (cannot) … 5 (better than anybody). */
  readonly capability: number | null;
  readonly profitMinor: number | null;
  readonly costMinor: number | null;
}

/** 做 pursue it, 斟酌 weigh it, 坦诚谢绝 beyond us or at a loss: say so openly. */
export const needVerdicts = ["pursue", "weigh", "decline"] as const;
export type NeedVerdict = (typeof needVerdicts)[number];

export interface NeedFit {
  /** 0 … 5 each; null where unknown. */
  readonly value: number | null;
  readonly capability: number | null;
  readonly profit: number | null;
  /** 0 … 100: the product of the three over 125; null while one is unknown. */
  readonly score: number | null;
  readonly verdict: NeedVerdict | null;
}

const gradeBy = (share: number, limits: readonly number[]): number =>
  limits.filter((limit) => share >= limit).length;

/** Worth of the need against a year's purchases: from 0.5, 1, 2.5, 5 and 10 % on. Unknown without purchases to compare with. */
const valueGrade = ({ customerValueMinor, revenue12mMinor }: NeedFitFacts): number | null => {
  if (customerValueMinor === null) return null;
  if (customerValueMinor === 0) return 0;
  if (revenue12mMinor === null || revenue12mMinor <= 0) return null;
  return gradeBy(customerValueMinor / revenue12mMinor, [0.005, 0.01, 0.025, 0.05, 0.1]);
};

/** Profit of what it would bring us, over profit and cost together: above 0, from 10, 20, 30 and 40 % on. */
const profitGrade = ({ profitMinor, costMinor }: NeedFitFacts): number | null => {
  if (profitMinor === null) return null;
  if (profitMinor <= 0) return 0;
  const whole = profitMinor + (costMinor ?? 0);
  return gradeBy(profitMinor / whole, [0, 0.1, 0.2, 0.3, 0.4]);
};

/** From here on it is worth pursuing: a middling need met middlingly at a middling profit is 22. */
const pursueFrom = 40;

/**
 * 匹配度 of a need: value to the customer × our capability × profit (capabilities N3), each 0 to 5, the product on 0 … 100. A
 * product, because a zero in one is not made good by the others. Beyond our capability (0 or 1) or without profit the verdict
 * is to decline openly, whatever else is unknown.
 */
export const needFit = (facts: NeedFitFacts): NeedFit => {
  const value = valueGrade(facts);
  const profit = profitGrade(facts);
  const { capability } = facts;
  const score =
    value === null || profit === null || capability === null
      ? null
      : (value * capability * profit * 100) / 125;
  const isBeyondUs = (capability !== null && capability <= 1) || profit === 0;
  const verdict = isBeyondUs
    ? "decline"
    : score === null
      ? null
      : score >= pursueFrom
        ? "pursue"
        : "weigh";
  return { value, capability, profit, score, verdict };
};
