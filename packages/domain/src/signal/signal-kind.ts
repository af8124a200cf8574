/** 预警信号 kinds that order, product and payment data alone can raise (capabilities L4). */
export const signalKinds = [
  "season_closed",
  "rhythm_broken",
  "order_amount_shrinking",
  "product_category_lost",
  "payment_delay",
] as const;
export type SignalKind = (typeof signalKinds)[number];

/** Kinds that speak of the order rhythm: an account has at most one of them at a time. */
export const rhythmSignalKinds = ["season_closed", "rhythm_broken"] as const;

export const signalSeverities = ["watch", "act", "critical"] as const;
export type SignalSeverity = (typeof signalSeverities)[number];

export const signalStatuses = ["open", "acknowledged", "snoozed", "resolved"] as const;
export type SignalStatus = (typeof signalStatuses)[number];

/** How a signal ended. `cleared`: the reason went away by itself (the customer ordered). People give the other three. */
export const signalOutcomes = ["saved", "lost", "false_alarm", "cleared"] as const;
export type SignalOutcome = (typeof signalOutcomes)[number];
export const decidedOutcomes = ["saved", "lost", "false_alarm"] as const;

/** What to do about it; words in phrases under `play.*`. */
export const signalPlays = [
  "call_the_buyer",
  "executive_visit",
  "review_the_offer",
  "ask_about_the_category",
  "talk_to_finance",
] as const;
export type SignalPlay = (typeof signalPlays)[number];
