import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { personSearchText } from "../person/person-search-text.ts";
import { newId } from "../platform/clock/new-id.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { copyInto } from "../platform/db/copy-into.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { type DemoChain, type DemoMember, drawDemoChain } from "./demo-chains.ts";
import { saveDemoFacts } from "./save-demo-facts.ts";
import { saveDemoWeeks } from "./save-demo-weeks.ts";
import type { DemoTeam } from "./save-demo-team.ts";

/** A member of a demo chain with its ids and the two of us who know it. */
export interface PlacedMember extends DemoMember {
  readonly personId: string;
  readonly positionId: string;
  readonly accountId: string;
  readonly manager: string;
  readonly backup: string;
}

export interface PlacedChain {
  readonly accountId: string;
  readonly chain: DemoChain;
  readonly members: readonly PlacedMember[];
}

/**
 * Gives the demo's key accounts their people: who reports to whom, who decides, how each stands towards us and since
 * when, who of us knows whom, and what we may lawfully know about them.
 */
export const saveDemoChains = async (
  tx: Tx,
  tenantId: TenantId,
  keyAccountIds: readonly string[],
  team: DemoTeam,
  today: DayNumber,
): Promise<void> => {
  const placed: PlacedChain[] = keyAccountIds.map((accountId, index) => {
    const chain = drawDemoChain(index, today);
    const manager = team.managers[index % 4] ?? "";
    const backup = team.managers[(index + 1) % 4] ?? "";
    const members = chain.members.map((member) => ({
      ...member,
      personId: newId(),
      positionId: newId(),
      accountId,
      manager,
      backup,
    }));
    return { accountId, chain, members };
  });
  const everybody = placed.flatMap(({ members }) => members);
  const dayAgo = (days: number) => isoFromDayNumber(today - days);
  await savePersons(tx, tenantId, placed, today);
  await saveJudgements(tx, tenantId, everybody, dayAgo);
  await saveTies(tx, tenantId, placed, dayAgo);
  await saveContacts(tx, tenantId, everybody, dayAgo);
  await saveDemoFacts(tx, tenantId, everybody, today);
  await saveDemoWeeks(tx, tenantId, placed, today);
  for (const accountId of keyAccountIds) await enqueueRelationshipRound(tx, tenantId, accountId);
};

const savePersons = async (
  tx: Tx,
  tenantId: TenantId,
  placed: readonly PlacedChain[],
  today: DayNumber,
): Promise<void> => {
  const everybody = placed.flatMap(({ members }) => members);
  await copyInto(
    tx,
    "person",
    "tenant_id id name is_placeholder placeholder_since pinyin initials name_key search_text search_bigrams".split(
      " ",
    ),
    everybody.map(({ personId, name, placeholderDaysAgo }) => {
      const found = personSearchText({ name });
      return [
        tenantId,
        personId,
        name,
        placeholderDaysAgo !== null,
        placeholderDaysAgo === null ? null : isoFromDayNumber(today - placeholderDaysAgo),
        found.pinyin,
        found.initials,
        found.name_key,
        found.search_text,
        found.search_bigrams,
      ];
    }),
  );
  await copyInto(
    tx,
    "position",
    "tenant_id id person_id account_id title department starts_on reports_to_id".split(" "),
    placed.flatMap(({ members }) =>
      members.map((member) => [
        tenantId,
        member.positionId,
        member.personId,
        member.accountId,
        member.title,
        member.department,
        member.startsOn === null ? null : isoFromDayNumber(member.startsOn),
        member.superior === null ? null : (members[member.superior]?.positionId ?? null),
      ]),
    ),
  );
};

const saveJudgements = async (
  tx: Tx,
  tenantId: TenantId,
  everybody: readonly PlacedMember[],
  dayAgo: (days: number) => string,
): Promise<void> => {
  await copyInto(
    tx,
    "buying_role",
    "tenant_id id account_id person_id role set_by".split(" "),
    everybody.flatMap(({ role, accountId, personId, manager }) =>
      role === null ? [] : [[tenantId, newId(), accountId, personId, role, manager]],
    ),
  );
  await copyInto(
    tx,
    "stance_assessment",
    "tenant_id id account_id person_id stance answers evidence assessed_by assessed_on".split(" "),
    everybody.flatMap((member) =>
      member.stances.map(({ stance, daysAgo, assessor }) => [
        tenantId,
        newId(),
        member.accountId,
        member.personId,
        stance,
        "[]",
        "依据最近的会议表现与同事反馈判断。",
        assessor === 0 ? member.manager : member.backup,
        dayAgo(daysAgo),
      ]),
    ),
  );
  await copyInto(
    tx,
    "influence_assessment",
    "tenant_id id account_id person_id influence evidence assessed_by assessed_on".split(" "),
    everybody.flatMap(({ influence, accountId, personId, manager }) =>
      influence === null
        ? []
        : [
            [
              tenantId,
              newId(),
              accountId,
              personId,
              influence,
              "依据职务与以往决策中的作用判断。",
              manager,
              dayAgo(190),
            ],
          ],
    ),
  );
  await copyInto(
    tx,
    "style_assessment",
    "tenant_id id person_id style assessed_by assessed_on".split(" "),
    everybody.flatMap(({ style, personId, manager }) =>
      style === null ? [] : [[tenantId, newId(), personId, style, manager, dayAgo(120)]],
    ),
  );
  await copyInto(
    tx,
    "pair_level",
    "tenant_id id account_id user_id person_id current_level desired_level noted_by noted_on".split(
      " ",
    ),
    everybody.flatMap(({ pairLevel, accountId, personId, manager }) =>
      pairLevel === null
        ? []
        : [
            [
              tenantId,
              newId(),
              accountId,
              manager,
              personId,
              pairLevel,
              Math.min(6, pairLevel + 1),
              manager,
              dayAgo(30),
            ],
          ],
    ),
  );
};

const saveTies = async (
  tx: Tx,
  tenantId: TenantId,
  placed: readonly PlacedChain[],
  dayAgo: (days: number) => string,
): Promise<void> => {
  await copyInto(
    tx,
    "tie",
    "tenant_id id account_id from_person_id to_person_id kind weight evidence noted_by noted_on".split(
      " ",
    ),
    placed.flatMap(({ accountId, chain, members }) =>
      chain.ties.map(({ from, to, kind, weight, evidence }) => [
        tenantId,
        newId(),
        accountId,
        members[from]?.personId,
        members[to]?.personId,
        kind,
        weight,
        evidence,
        members[from]?.manager,
        dayAgo(150),
      ]),
    ),
  );
};

const saveContacts = async (
  tx: Tx,
  tenantId: TenantId,
  everybody: readonly PlacedMember[],
  dayAgo: (days: number) => string,
): Promise<void> => {
  await copyInto(
    tx,
    "interaction",
    "tenant_id occurred_on id account_id kind is_two_way summary logged_by person_ids our_user_ids".split(
      " ",
    ),
    everybody.flatMap((member) =>
      member.contacts.map(({ daysAgo, talk: [kind, summary], isJoint }) => [
        tenantId,
        dayAgo(daysAgo),
        newId(),
        member.accountId,
        kind,
        true,
        summary,
        member.manager,
        [member.personId],
        isJoint ? [member.manager, member.backup] : [member.manager],
      ]),
    ),
  );
};
