import { pathStepEn, pairLevelEn } from "../relationship/path-en.ts";
import type { ReasonWords } from "./reason-words.ts";

const signed = (value: number): string =>
  `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(Math.round(value))}`;
const counted = (count: number, one: string, many: string): string => (count === 1 ? one : many);
/** A person who was erased leaves the sentence without a name. */
const named = (name: string): string => (name === "" ? "" : ` ${name}`);
const quoted = (name: string): string => (name === "" ? "" : ` “${name}”`);
const through = (name: string | null): string =>
  name === null ? "" : `, most easily through ${name}`;

/** Measures and red flags of the relationship. */
export const relationshipReasonsEn: ReasonWords<"relationship"> = {
  "relationship.economic_buyer_unknown": (p, say) =>
    `${say.number(p.members)} ${counted(p.members, "person stands", "people stand")} in the decision chain, and who the economic buyer is remains unknown.`,
  "relationship.economic_buyer_never_met": (p) =>
    `No two-way contact with the economic buyer${named(p.person)} is on record, ever.`,
  "relationship.single_threaded": (p, say) => {
    if (p.threads === 0 && p.colleagues === 0)
      return "Nobody on either side keeps in contact at present: the line is as good as cut.";
    return `Only ${say.number(p.threads)} of their people and ${say.number(p.colleagues)} of ours are in living contact; one departure would cut the line.`;
  },
  "relationship.majority_not_supporting": (p, say) =>
    p.supportingShare === 0
      ? `Not one of ${say.number(p.keyPeople)} key ${counted(p.keyPeople, "person", "people")} is known to be for us.`
      : `Of the weight of ${say.number(p.keyPeople)} key ${counted(p.keyPeople, "person", "people")}, only ${say.share(p.supportingShare)} is known to be for us.`,
  "relationship.no_opponent_mapped": (p, say) =>
    `${say.number(p.known)} stances are known and not one is against us: more likely we do not see them.`,
  "relationship.gatekeeper_ignored": (p, say) =>
    p.lastOn === null || p.days === null
      ? `No two-way contact with the gatekeeper${named(p.person)} is on record, ever.`
      : `No two-way contact with the gatekeeper${named(p.person)} for ${say.number(p.days)} days, since ${say.day(p.lastOn)}.`,
  "relationship.stance_stale": (p, say) =>
    `The stance of ${say.number(p.people)} ${counted(p.people, "person", "people")} is out of date; the oldest assessment is of ${say.day(p.oldestOn)}, ${say.number(p.days)} days ago.`,
  "relationship.placeholder_old": (p, say) =>
    p.people === 1
      ? `The placeholder${quoted(p.oldest)} has stood for ${say.number(p.days)} days without a name.`
      : `${say.number(p.people)} placeholders still have no name; the oldest${quoted(p.oldest)} for ${say.number(p.days)} days.`,
  "relationship.standing": (p, say) =>
    `${say.number(p.members)} in the decision chain: support ${signed(p.supportIndex)} (${say.share(p.knownShare)} known), coverage ${say.share(p.coverage)}, ${say.number(p.threads)} in living contact.`,
  "relationship.standing_unknown": (p, say) =>
    `${say.number(p.members)} in the decision chain and nobody's stance is known; coverage ${say.share(p.coverage)}, ${say.number(p.threads)} in living contact.`,
  "relationship.standing_hidden": (p, say) =>
    `${say.number(p.members)} in the decision chain; coverage ${say.share(p.coverage)}, ${say.number(p.threads)} in living contact. Fewer than three stances are known, so the support index is shown only to who may see profiles.`,
  "relationship.no_chain": () =>
    "No decision chain yet: mark first who has which role in a purchase.",
  "relationship.next_contact": (p, say) =>
    `One more meeting with ${p.person} would lift the coverage by ${say.share(p.gain)}${through(p.through)}.`,
  "relationship.next_stance": (p) =>
    `Winning ${p.person} one step further would lift the support index by ${Math.round(p.gain * 10) / 10} points${through(p.through)}.`,
  "relationship.path": (p) =>
    `${p.steps
      .map((step) =>
        step.by === "pair_level" && step.level !== null
          ? `${step.from} has reached “${pairLevelEn[step.level - 1] ?? ""}” with ${step.to}`
          : pathStepEn[step.by](step.from, step.to),
      )
      .join(", ")}.`,
};
