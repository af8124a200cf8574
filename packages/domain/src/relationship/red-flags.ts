import type { DayNumber } from "../calendar/day-number.ts";
import { isoFromDayNumber } from "../calendar/day-number.ts";
import type { SignalEvidence } from "../evaluation/evaluation-reason.ts";
import type { RelationshipSignalKind, SignalPlay } from "../signal/signal-kind.ts";
import { stanceValue } from "../stance/stance.ts";
import { type ChainMember, isStanceKnown, memberWeight } from "./chain-member.ts";
import { keyPeople } from "./key-people.ts";
import { type RedFlagLimits, usualRedFlagLimits } from "./red-flag-limits.ts";
import type { RelationshipReasons } from "./relationship-reason.ts";

/** A member with what red flags name them by. */
export interface FlagMember extends ChainMember {
  readonly name: string;
  /** Since when the place is held open; null for a known person. */
  readonly placeholderDay: DayNumber | null;
  /** The last two-way contact with them, ever and at whichever account; null when none is on record. */
  readonly lastContactDay: DayNumber | null;
  /** How many two-way contacts lie within two years. */
  readonly contacts: number;
}

/** What the red flags are judged from. */
export interface RedFlagFacts {
  readonly members: readonly FlagMember[];
  /** The economic buyers of the account: its default one, else those of its open projects. */
  readonly economicBuyers: readonly FlagMember[];
  readonly threads: number;
  readonly colleagues: number;
  /** Of ours, who is in living contact with a key person. */
  readonly colleagueNames: readonly string[];
  readonly today: DayNumber;
}

type FlagReason = {
  [Kind in RelationshipSignalKind]: {
    code: `relationship.${Kind}`;
    params: RelationshipReasons[`relationship.${Kind}`];
  };
}[RelationshipSignalKind];

/** One red flag: what is wrong, how bad on its own, on which grounds, and what to do. */
export interface RedFlag {
  readonly kind: RelationshipSignalKind;
  readonly severity: "watch" | "act";
  readonly reason: FlagReason;
  readonly evidence: SignalEvidence[];
  readonly play: SignalPlay;
}

const row = (
  kind: SignalEvidence["kind"],
  { personId, name }: Pick<FlagMember, "personId" | "name">,
  day: DayNumber | null,
  number: number | null,
): SignalEvidence => ({
  kind,
  on: day === null ? null : isoFromDayNumber(day),
  amountMinor: null,
  label: name,
  number,
  personId,
});

/** Nobody is known to decide, or only a placeholder holds the place. */
const economicBuyerUnknown = ({ members, economicBuyers }: RedFlagFacts): RedFlag | null =>
  economicBuyers.some(({ isPlaceholder }) => !isPlaceholder)
    ? null
    : {
        kind: "economic_buyer_unknown",
        severity: "act",
        reason: {
          code: "relationship.economic_buyer_unknown",
          params: { members: members.length },
        },
        evidence: economicBuyers.map((one) => row("placeholder", one, one.placeholderDay, null)),
        play: "find_the_economic_buyer",
      };

/** An economic buyer is named, and no two-way contact with them was ever logged. */
const economicBuyerNeverMet = ({ economicBuyers }: RedFlagFacts): RedFlag | null => {
  const strangers = economicBuyers.filter(
    ({ isPlaceholder, lastContactDay }) => !isPlaceholder && lastContactDay === null,
  );
  const [first] = strangers;
  return first === undefined
    ? null
    : {
        kind: "economic_buyer_never_met",
        severity: "act",
        reason: {
          code: "relationship.economic_buyer_never_met",
          params: { person: first.name, personId: first.personId },
        },
        evidence: strangers.map((one) => row("person", one, null, 0)),
        play: "meet_the_economic_buyer",
      };
};

/** BusFactor or ThreadCount below 2 is red, ThreadCount below 3 amber. */
const singleThreaded = (facts: RedFlagFacts, limits: RedFlagLimits): RedFlag | null => {
  const { threads, colleagues, members } = facts;
  const isRed = threads < limits.fewestThreads || colleagues < limits.fewestThreads;
  if (members.length === 0 || (!isRed && threads >= limits.comfortableThreads)) return null;
  const met = members
    .filter(({ contacts }) => contacts > 0)
    .toSorted((a, b) => (b.lastContactDay ?? 0) - (a.lastContactDay ?? 0))
    .slice(0, 5);
  return {
    kind: "single_threaded",
    severity: isRed ? "act" : "watch",
    reason: { code: "relationship.single_threaded", params: { threads, colleagues } },
    evidence: [
      ...met.map((one) => row("person", one, one.lastContactDay, one.contacts)),
      ...facts.colleagueNames.map(
        (label): SignalEvidence => ({
          kind: "colleague",
          on: null,
          amountMinor: null,
          label,
          number: null,
        }),
      ),
    ],
    play: "widen_the_contacts",
  };
};

/**
 * Of the weight of the key people less than half is known to be for us. Asked from two key people and one known stance on:
 * of one alone it would betray their stance, with none known it would only say that nobody has looked.
 */
const majorityNotSupporting = (
  { members }: RedFlagFacts,
  limits: RedFlagLimits,
): RedFlag | null => {
  const key = keyPeople(members);
  if (key.length < 2 || !key.some(isStanceKnown)) return null;
  const sum = (of: readonly FlagMember[]) => of.reduce((all, one) => all + memberWeight(one), 0);
  const supporting = key.filter(({ stance }) => stance !== null && stanceValue[stance] > 0);
  const share = sum(supporting) / sum(key);
  return share >= limits.supportingShare
    ? null
    : {
        kind: "majority_not_supporting",
        severity: "act",
        reason: {
          code: "relationship.majority_not_supporting",
          params: { keyPeople: key.length, supportingShare: share },
        },
        // Who counts as key rests on influence, which is class P: the chain shows them to whoever may see it.
        evidence: [],
        play: "win_over_key_people",
      };
};

/** Five stances or more are known and none is against us: more likely nobody has seen the opponent. */
const noOpponentMapped = ({ members }: RedFlagFacts, limits: RedFlagLimits): RedFlag | null => {
  const known = members.filter(isStanceKnown);
  const isBlind =
    known.length >= limits.knownForOpponent &&
    known.every(({ stance }) => stance !== null && stanceValue[stance] >= 0);
  return isBlind
    ? {
        kind: "no_opponent_mapped",
        severity: "watch",
        reason: { code: "relationship.no_opponent_mapped", params: { known: known.length } },
        evidence: [],
        play: "ask_who_is_against",
      }
    : null;
};

const gatekeeperIgnored = (
  { members, today }: RedFlagFacts,
  limits: RedFlagLimits,
): RedFlag | null => {
  const ignored = members
    .filter(
      ({ role, isPlaceholder, lastContactDay }) =>
        role === "gatekeeper" &&
        !isPlaceholder &&
        (lastContactDay === null || today - lastContactDay > limits.gatekeeperDays),
    )
    .toSorted((a, b) => (a.lastContactDay ?? 0) - (b.lastContactDay ?? 0));
  const [first] = ignored;
  if (first === undefined) return null;
  const age = ({ lastContactDay }: FlagMember) =>
    lastContactDay === null ? null : today - lastContactDay;
  return {
    kind: "gatekeeper_ignored",
    severity: "watch",
    reason: {
      code: "relationship.gatekeeper_ignored",
      params: {
        person: first.name,
        personId: first.personId,
        lastOn: first.lastContactDay === null ? null : isoFromDayNumber(first.lastContactDay),
        days: age(first),
      },
    },
    evidence: ignored.map((one) => row("contact", one, one.lastContactDay, age(one))),
    play: "call_on_the_gatekeeper",
  };
};

const stanceStale = ({ members, today }: RedFlagFacts, limits: RedFlagLimits): RedFlag | null => {
  const stale = members
    .flatMap((member) =>
      member.stance !== null &&
      member.assessedDay !== null &&
      today - member.assessedDay > limits.stanceDays
        ? [{ day: member.assessedDay }]
        : [],
    )
    .toSorted((a, b) => a.day - b.day);
  const [oldest] = stale;
  return oldest === undefined
    ? null
    : {
        kind: "stance_stale",
        severity: "watch",
        reason: {
          code: "relationship.stance_stale",
          params: {
            people: stale.length,
            oldestOn: isoFromDayNumber(oldest.day),
            days: today - oldest.day,
          },
        },
        // Whom we judged is class P: the chain shows them to whoever may see it.
        evidence: [],
        play: "assess_stance_again",
      };
};

const placeholderOld = (
  { members, today }: RedFlagFacts,
  limits: RedFlagLimits,
): RedFlag | null => {
  const old = members
    .flatMap((member) =>
      member.isPlaceholder &&
      member.placeholderDay !== null &&
      today - member.placeholderDay > limits.placeholderDays
        ? [{ member, day: member.placeholderDay }]
        : [],
    )
    .toSorted((a, b) => a.day - b.day);
  const [oldest] = old;
  return oldest === undefined
    ? null
    : {
        kind: "placeholder_old",
        severity: "watch",
        reason: {
          code: "relationship.placeholder_old",
          params: {
            people: old.length,
            oldest: oldest.member.name,
            personId: oldest.member.personId,
            days: today - oldest.day,
          },
        },
        evidence: old.map(({ member, day }) => row("placeholder", member, day, today - day)),
        play: "fill_the_placeholder",
      };
};

/**
 * 红旗 What is wrong with the relationship (capabilities R9), each rule on its own. An account without anybody in its
 * decision chain has none; `keepsWatch` (a key account with people on record) asks at least for the economic buyer.
 */
export const findRedFlags = (
  facts: RedFlagFacts,
  keepsWatch: boolean,
  limits: RedFlagLimits = usualRedFlagLimits,
): RedFlag[] => {
  if (facts.members.length === 0 && facts.economicBuyers.length === 0)
    return keepsWatch ? [economicBuyerUnknown(facts)].filter((flag) => flag !== null) : [];
  return [
    economicBuyerUnknown(facts),
    economicBuyerNeverMet(facts),
    singleThreaded(facts, limits),
    majorityNotSupporting(facts, limits),
    noOpponentMapped(facts, limits),
    gatekeeperIgnored(facts, limits),
    stanceStale(facts, limits),
    placeholderOld(facts, limits),
  ].filter((flag) => flag !== null);
};
