import { isStanceKnown } from "./chain-member.ts";
import type { BuyingRole } from "../buying-role/buying-role.ts";
import type { DayNumber } from "../calendar/day-number.ts";
import type { Stance } from "../stance/stance.ts";
import { type Contact, contactCoverage } from "./contact-coverage.ts";
import { keyPeople } from "./key-people.ts";
import { busFactor, threadCount } from "./living-threads.ts";
import {
  type Access,
  type NextStep,
  nextBestPerson,
  type ReachableMember,
} from "./next-best-person.ts";
import { type RedFlagLimits, usualRedFlagLimits } from "./red-flag-limits.ts";
import { findRedFlags, type FlagMember, type RedFlag } from "./red-flags.ts";
import { chainCoverage, knownShare, supportIndex } from "./support-index.ts";

/** Somebody who works at the account now. */
export interface AccountPerson {
  readonly personId: string;
  readonly name: string;
  readonly isPlaceholder: boolean;
  readonly placeholderDay: DayNumber | null;
  /** False after an objection to profiling: role and contacts count, stance and influence do not. */
  readonly mayBeProfiled: boolean;
  /** Two-way contacts they took part in, wherever, within the last two years; with who of us was there. */
  readonly contacts: readonly (Contact & { readonly userIds: readonly string[] })[];
  /** The last of all two-way contacts, ever. */
  readonly lastContactDay: DayNumber | null;
}

/** What was said of a person for the account (`projectId` null) or for one of its projects; of several the newest. */
interface Scoped {
  readonly personId: string;
  readonly projectId: string | null;
}

/** Everything the measures of one account rest on. */
export interface RelationshipFacts {
  readonly people: readonly AccountPerson[];
  readonly roles: readonly (Scoped & { readonly role: BuyingRole })[];
  readonly stances: readonly (Scoped & { readonly stance: Stance; readonly day: DayNumber })[];
  readonly influences: readonly (Scoped & { readonly influence: number })[];
  readonly levels: readonly {
    readonly personId: string;
    readonly userId: string;
    readonly level: number;
  }[];
  readonly openProjectIds: readonly string[];
  /** Our active colleagues by id; whoever is not here has left and holds no thread. */
  readonly colleagues: ReadonlyMap<string, string>;
}

export type MeasuredMember = FlagMember & ReachableMember;

/** The measures of an account or a project, and what follows from them. */
export interface RelationshipMeasures {
  readonly members: readonly MeasuredMember[];
  readonly keyPersonIds: ReadonlySet<string>;
  readonly supportIndex: number | null;
  readonly coverage: number | null;
  readonly knownShare: number | null;
  /** How many of the members have a known stance. */
  readonly knownPeople: number;
  readonly threadCount: number;
  readonly busFactor: number;
  readonly redFlags: readonly RedFlag[];
  readonly next: NextStep | null;
}

/** A project's own word goes before the account's. */
const inScope = <One extends Scoped>(all: readonly One[], projectId: string | null) => {
  const found = new Map<string, One>();
  for (const one of all) if (one.projectId === null) found.set(one.personId, one);
  if (projectId === null) return found;
  for (const one of all) if (one.projectId === projectId) found.set(one.personId, one);
  return found;
};

/** Roles that count: where a project names its own economic buyer, the account's default one is none in it. */
const rolesInScope = (facts: RelationshipFacts, projectId: string | null) => {
  const roles = inScope(facts.roles, projectId);
  const isEconomicBuyer = ({ role }: { role: BuyingRole }) => role === "economic_buyer";
  const own = [...roles.values()].some(
    (one) => isEconomicBuyer(one) && one.projectId !== null && one.projectId === projectId,
  );
  if (!own) return roles;
  return new Map(
    [...roles].filter(([, one]) => !isEconomicBuyer(one) || one.projectId === projectId),
  );
};

/** Who of us has what with one person: levels noted, and the coverage of the contacts both took part in. */
const accessOf = (
  person: AccountPerson,
  facts: RelationshipFacts,
  levels: ReadonlyMap<string, number>,
  today: DayNumber,
): Access[] => {
  const contacts = new Map<string, Contact[]>();
  for (const contact of person.contacts)
    for (const userId of contact.userIds) {
      if (!facts.colleagues.has(userId)) continue;
      const known = contacts.get(userId);
      if (known) known.push(contact);
      else contacts.set(userId, [contact]);
    }
  const userIds = new Set([...contacts.keys(), ...levels.keys()]);
  return [...userIds].map((userId) => ({
    userId,
    level: levels.get(userId) ?? null,
    coverage: contactCoverage(contacts.get(userId) ?? [], today),
  }));
};

/**
 * Measures one account (`projectId` null) or one of its projects on a day: SupportIndex, Coverage, KnownShare, ThreadCount,
 * BusFactor (formulas § 3), the red flags (capabilities R9) and the next best person. Members are the people of the account
 * who have a role or an influence in this scope, or are placeholders. `keepsWatch`: see `findRedFlags`.
 */
export const measureRelationship = (
  facts: RelationshipFacts,
  projectId: string | null,
  today: DayNumber,
  keepsWatch = false,
  limits: RedFlagLimits = usualRedFlagLimits,
): RelationshipMeasures => {
  const roles = rolesInScope(facts, projectId);
  const stances = inScope(facts.stances, projectId);
  const influences = inScope(facts.influences, projectId);
  const levels = new Map<string, Map<string, number>>();
  for (const { personId, userId, level } of facts.levels) {
    if (!facts.colleagues.has(userId)) continue;
    const known = levels.get(personId);
    if (known) known.set(userId, level);
    else levels.set(personId, new Map([[userId, level]]));
  }
  const none: ReadonlyMap<string, number> = new Map();
  const everybody = facts.people.map((person): MeasuredMember => {
    const { personId, mayBeProfiled } = person;
    const stance = mayBeProfiled ? stances.get(personId) : undefined;
    return {
      personId,
      name: person.name,
      role: roles.get(personId)?.role ?? null,
      influence: mayBeProfiled ? (influences.get(personId)?.influence ?? null) : null,
      stance: stance?.stance ?? null,
      assessedDay: stance?.day ?? null,
      isPlaceholder: person.isPlaceholder,
      placeholderDay: person.placeholderDay,
      coverage: person.isPlaceholder ? 0 : contactCoverage(person.contacts, today),
      contacts: person.contacts.length,
      lastContactDay: person.lastContactDay,
      access: accessOf(person, facts, levels.get(personId) ?? none, today),
      mayBeProfiled,
    };
  });
  const members = everybody.filter(
    ({ personId, role, isPlaceholder }) =>
      role !== null || isPlaceholder || influences.has(personId),
  );
  const keyPersonIds = new Set(keyPeople(members).map(({ personId }) => personId));
  const pairs = everybody.flatMap(({ personId, access }) =>
    access.map(({ userId, coverage }) => ({ userId, personId, coverage })),
  );
  const threads = threadCount(everybody.map(({ coverage }) => coverage));
  const colleagues = busFactor(pairs, keyPersonIds);
  const living = new Set(
    pairs
      .filter((pair) => keyPersonIds.has(pair.personId) && busFactor([pair], keyPersonIds) > 0)
      .map(({ userId }) => facts.colleagues.get(userId) ?? ""),
  );
  return {
    members,
    keyPersonIds,
    supportIndex: supportIndex(members, today),
    coverage: chainCoverage(members),
    knownShare: knownShare(members),
    knownPeople: members.filter(isStanceKnown).length,
    threadCount: threads,
    busFactor: colleagues,
    redFlags: findRedFlags(
      {
        members,
        economicBuyers: economicBuyersOf(facts, projectId, everybody),
        threads,
        colleagues,
        colleagueNames: [...living].toSorted(),
        today,
      },
      keepsWatch && everybody.length > 0,
      limits,
    ),
    next: nextBestPerson(members, today),
  };
};

/** The economic buyer in scope; for the account as a whole, where it has no default one, those of its open projects. */
const economicBuyersOf = (
  facts: RelationshipFacts,
  projectId: string | null,
  everybody: readonly MeasuredMember[],
): MeasuredMember[] => {
  const own = everybody.filter(({ role }) => role === "economic_buyer");
  if (own.length > 0 || projectId !== null) return own;
  const open = new Set(facts.openProjectIds);
  const ofProjects = new Set(
    facts.roles
      .filter(
        (one) => one.role === "economic_buyer" && one.projectId !== null && open.has(one.projectId),
      )
      .map(({ personId }) => personId),
  );
  return everybody.filter(({ personId }) => ofProjects.has(personId));
};
