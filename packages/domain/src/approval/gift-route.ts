import type { ForbiddenGiftForm, GiftKind } from "./gift-kind.ts";
import type { ApproverRole } from "./approver-role.ts";

/** A gift before it is given; money in minor units of the workspace's currency. */
export interface GiftFacts {
  readonly giftKind: GiftKind;
  readonly form: ForbiddenGiftForm | null;
  readonly valueMinor: number;
  readonly isToPerson: boolean;
  readonly isForFamily: boolean;
  /** The recipient's employer knows of it. */
  readonly isGivenOpenly: boolean;
  readonly isPublicSector: boolean;
  readonly isBidOpen: boolean;
}

/** What the same recipient was promised before: in twelve months, and in the fourteen days around this gift. */
export interface GiftHistory {
  readonly count: number;
  readonly totalMinor: number;
  readonly recentMinor: number;
}

/** From facts.md § 2: 200 yuan by oneself (800 and four times a year in all), 500 with the line's word, above it compliance. */
export const giftLimits = {
  ownMinor: 20_000,
  lineMinor: 50_000,
  yearlyTotalMinor: 80_000,
  yearlyCount: 4,
  splitDays: 14,
} as const;

/** Why a gift may not be given at all, or null. */
export const giftRefusal = (
  gift: GiftFacts,
): "gift_form_forbidden" | "gift_for_family" | "gift_while_bidding" | "gift_not_open" | null => {
  if (gift.form !== null) return "gift_form_forbidden";
  if (gift.isForFamily) return "gift_for_family";
  if (gift.isToPerson && gift.isBidOpen) return "gift_while_bidding";
  if (gift.isToPerson && !gift.isGivenOpenly) return "gift_not_open";
  return null;
};

const forCompliance: readonly GiftKind[] = ["travel", "course", "donation"];

/**
 * Who must approve a gift that is not refused, and why: nobody within the small limits, the line (director) up to its limit,
 * else compliance. Gifts to one recipient within fourteen days count as one, so that splitting does not help.
 */
export const giftRoute = (
  gift: GiftFacts,
  before: GiftHistory,
  limits: Record<keyof typeof giftLimits, number> = giftLimits,
): {
  approverRole: ApproverRole | null;
  why: "within_limit" | "above_own_limit" | "above_line_limit" | "public_sector" | "kind" | "count";
} => {
  if (gift.isPublicSector) return { approverRole: "compliance", why: "public_sector" };
  if (forCompliance.includes(gift.giftKind)) return { approverRole: "compliance", why: "kind" };
  const together = gift.valueMinor + before.recentMinor;
  if (together > limits.lineMinor) return { approverRole: "compliance", why: "above_line_limit" };
  if (together > limits.ownMinor) return { approverRole: "director", why: "above_own_limit" };
  const isTooMuch =
    before.count + 1 > limits.yearlyCount ||
    before.totalMinor + gift.valueMinor > limits.yearlyTotalMinor;
  return isTooMuch
    ? { approverRole: "director", why: "count" }
    : { approverRole: null, why: "within_limit" };
};
