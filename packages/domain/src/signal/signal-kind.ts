/** 预警信号 kinds that order, product and payment data alone can raise (capabilities L4); the evaluation keeps them. */
export const orderSignalKinds = [
  "season_closed",
  "rhythm_broken",
  "order_amount_shrinking",
  "product_category_lost",
  "payment_delay",
] as const;
export type OrderSignalKind = (typeof orderSignalKinds)[number];

/** Whether the evaluation keeps signals of this kind. */
export const isOrderSignal = (kind: SignalKind): kind is OrderSignalKind =>
  (orderSignalKinds as readonly string[]).includes(kind);

/** Red flags of the relationship (capabilities R9); the relationship round keeps them. Neither round touches the other's. */
export const relationshipSignalKinds = [
  "economic_buyer_unknown",
  "economic_buyer_never_met",
  "single_threaded",
  "majority_not_supporting",
  "no_opponent_mapped",
  "gatekeeper_ignored",
  "stance_stale",
  "placeholder_old",
] as const;
export type RelationshipSignalKind = (typeof relationshipSignalKinds)[number];

/** What the cycle raises: duties and promises not kept, ends in sight, people who went, customers who say so (capabilities L4); the cycle round keeps them. */
export const cycleSignalKinds = [
  "cadence_missed",
  "contract_ending",
  "key_contact_left",
  "stance_fell",
  "handover_overdue",
  "team_incomplete",
  "requirement_change_unconfirmed",
  "satisfaction_dropped",
  "economic_buyer_dissatisfied",
  "complaint_overdue",
  "complaint_repeated",
  "promise_broken",
] as const;
export type CycleSignalKind = (typeof cycleSignalKinds)[number];

/** Every kind of 预警信号. */
export const signalKinds = [
  ...orderSignalKinds,
  ...relationshipSignalKinds,
  ...cycleSignalKinds,
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
  "find_the_economic_buyer",
  "meet_the_economic_buyer",
  "widen_the_contacts",
  "win_over_key_people",
  "ask_who_is_against",
  "call_on_the_gatekeeper",
  "assess_stance_again",
  "fill_the_placeholder",
  "visit_now",
  "prepare_renewal",
  "hand_over_now",
  "clarify_what_changed",
  "complete_the_team",
  "confirm_the_change",
  "ask_what_went_wrong",
  "speak_with_the_economic_buyer",
  "solve_the_case",
  "find_the_cause",
  "make_the_promise_good",
] as const;
export type SignalPlay = (typeof signalPlays)[number];
