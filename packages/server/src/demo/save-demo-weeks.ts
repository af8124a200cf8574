import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import {
  measureRelationship,
  type RelationshipFacts,
} from "@mainstay/domain/relationship/measure-relationship";
import { mondayOf } from "@mainstay/domain/relationship/week-monday";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { newId } from "../platform/clock/new-id.ts";
import { copyInto } from "../platform/db/copy-into.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { PlacedChain, PlacedMember } from "./save-demo-chains.ts";

const weeks = 26;

/** What was known of a chain on an earlier day: judgements and contacts up to then. */
const factsOn = (
  members: readonly PlacedMember[],
  day: DayNumber,
  today: DayNumber,
): RelationshipFacts => {
  const scope = ({ personId }: PlacedMember) => ({ personId, projectId: null });
  return {
    people: members.map((member) => {
      const contacts = member.contacts
        .map(({ daysAgo, talk: [kind], isJoint }) => ({
          kind,
          day: today - daysAgo,
          userIds: isJoint ? [member.manager, member.backup] : [member.manager],
        }))
        .filter((contact) => contact.day <= day);
      return {
        personId: member.personId,
        name: member.name,
        isPlaceholder: member.placeholderDaysAgo !== null,
        placeholderDay:
          member.placeholderDaysAgo === null ? null : today - member.placeholderDaysAgo,
        mayBeProfiled: true,
        contacts,
        lastContactDay: contacts.length > 0 ? Math.max(...contacts.map((one) => one.day)) : null,
      };
    }),
    roles: members.flatMap((member) =>
      member.role === null ? [] : [{ ...scope(member), role: member.role }],
    ),
    stances: members.flatMap((member) => {
      const [newest] = member.stances
        .filter(({ daysAgo }) => today - daysAgo <= day)
        .toSorted((a, b) => a.daysAgo - b.daysAgo);
      return newest
        ? [{ ...scope(member), stance: newest.stance, day: today - newest.daysAgo }]
        : [];
    }),
    influences: members.flatMap((member) =>
      member.influence === null ? [] : [{ ...scope(member), influence: member.influence }],
    ),
    levels: [],
    openProjectIds: [],
    colleagues: new Map(
      members.flatMap(({ manager, backup }) => [manager, backup]).map((id) => [id, id]),
    ),
  };
};

/** The weekly snapshots of the last half year, measured from what was known each Monday by the same rules as ever. */
export const saveDemoWeeks = async (
  tx: Tx,
  tenantId: TenantId,
  placed: readonly PlacedChain[],
  today: DayNumber,
): Promise<void> => {
  const lastMonday = mondayOf(today);
  const rows = placed.flatMap(({ accountId, members }) =>
    Array.from({ length: weeks }, (_, back) => {
      const monday = lastMonday - 7 * back;
      const measures = measureRelationship(factsOn(members, monday, today), null, monday, true);
      return [
        tenantId,
        newId(),
        accountId,
        isoFromDayNumber(monday),
        measures.members.length,
        measures.supportIndex,
        measures.coverage,
        measures.knownShare,
        measures.knownPeople,
        measures.threadCount,
        measures.busFactor,
      ];
    }),
  );
  await copyInto(
    tx,
    "relationship_snapshot",
    "tenant_id id account_id week_on members support_index coverage known_share known_people thread_count bus_factor".split(
      " ",
    ),
    rows,
  );
};
