import type { DayNumber } from "../calendar/day-number.ts";
import { credibleLevel } from "../pair-level/pair-level.ts";
import { type Stance, stanceValue } from "../stance/stance.ts";
import { type ChainMember, isStanceKnown, memberWeight } from "./chain-member.ts";
import { contactPoints } from "./contact-coverage.ts";
import { chainCoverage, supportIndex } from "./support-index.ts";

/** How one of us stands with a member: the level noted (1…6, null: none) and the coverage of their contacts. */
export interface Access {
  readonly userId: string;
  readonly level: number | null;
  readonly coverage: number;
}

/** A member with what one of us could start from. `mayBeProfiled` false: the law forbids to weigh their stance. */
export interface ReachableMember extends ChainMember {
  readonly access: readonly Access[];
  readonly mayBeProfiled: boolean;
}

/** Whom to turn to next, how, what it gains, and through whom of us. */
export interface NextStep {
  readonly personId: string;
  readonly step: "contact" | "stance";
  /** For `contact` the coverage won, 0…1; for `stance` the points of the support index. */
  readonly gain: number;
  readonly effort: number;
  readonly throughUserId: string | null;
}

const ladder: readonly Stance[] = [
  "opponent",
  "backslider",
  "sceptic",
  "neutral",
  "supporter",
  "ally",
  "insider",
];

/** The stance one step better; null at the top. A misunderstanding that is cleared up becomes neutral, as a doubt does. */
export const nextStance = (stance: Stance): Stance | null =>
  ladder.find((better) => stanceValue[better] > stanceValue[stance]) ?? null;

/** The one of us nearest to them: by level, then by living contact. */
const nearest = (access: readonly Access[]): Access | null =>
  access.toSorted(
    (a, b) =>
      (b.level ?? 0) - (a.level ?? 0) || b.coverage - a.coverage || (a.userId < b.userId ? -1 : 1),
  )[0] ?? null;

/** What it takes to see somebody: 1 where one of us gets their time, 1.5 where one knows them, 3 where nobody does. */
const accessEffort = ({ access }: ReachableMember): number => {
  const best = Math.max(0, ...access.map(({ level }) => level ?? 0));
  if (best >= credibleLevel || access.some(({ coverage }) => coverage >= 0.3)) return 1;
  return best >= 2 || access.some(({ coverage }) => coverage > 0) ? 1.5 : 3;
};

/** A stance moves a step in about two conversations, in three where it is against us. */
const conversations = (stance: Stance): number => (stanceValue[stance] < 0 ? 3 : 2);

/**
 * 下一个最该见的人 The largest gain per effort over all members: one more meeting (0.6 points of coverage), or the stance
 * one step better and fresh. Gains are put on one scale, points of a hundred: 100 × Δ Coverage, and Δ SupportIndex / 2
 * because that index spans two hundred. Effort: `accessEffort` for a meeting, times 2 or 3 conversations for a stance.
 * Null where nothing can be won: an empty chain, or everybody met and won over.
 */
export const nextBestPerson = (
  members: readonly ReachableMember[],
  today: DayNumber,
): NextStep | null => {
  const [index, coverage] = [supportIndex(members, today), chainCoverage(members)];
  if (index === null || coverage === null) return null;
  let best: { step: NextStep; perEffort: number; weight: number } | null = null;
  const offer = (member: ReachableMember, step: NextStep, points: number) => {
    const found = { step, perEffort: points / step.effort, weight: memberWeight(member) };
    if (points <= 1e-9) return;
    if (
      best === null ||
      found.perEffort > best.perEffort + 1e-9 ||
      (found.perEffort > best.perEffort - 1e-9 && found.weight > best.weight)
    )
      best = found;
  };
  for (const [at, member] of members.entries()) {
    if (member.isPlaceholder) continue;
    const { personId, stance } = member;
    const instead = (changed: Partial<ReachableMember>) =>
      members.map((one, i) => (i === at ? { ...member, ...changed } : one));
    const throughUserId = nearest(member.access)?.userId ?? null;
    const effort = accessEffort(member);
    const met = Math.min(1, member.coverage + contactPoints.meeting);
    const won = (chainCoverage(instead({ coverage: met })) ?? coverage) - coverage;
    offer(member, { personId, step: "contact", gain: won, effort, throughUserId }, 100 * won);
    if (!member.mayBeProfiled || !isStanceKnown(member) || stance === null) continue;
    const better = nextStance(stance);
    if (better === null) continue;
    const moved = supportIndex(instead({ stance: better, assessedDay: today }), today) ?? index;
    const talks = effort * conversations(stance);
    offer(
      member,
      { personId, step: "stance", gain: moved - index, effort: talks, throughUserId },
      (moved - index) / 2,
    );
  }
  return (best as { step: NextStep } | null)?.step ?? null;
};
