import type { MemberShare, Relationship } from "@mainstay/contract/relationship";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import {
  assumedInfluence,
  memberCoverage,
  memberWeight,
  standingValue,
} from "@mainstay/domain/relationship/chain-member";
import { freshness } from "@mainstay/domain/relationship/freshness";
import {
  type MeasuredMember,
  measureRelationship,
} from "@mainstay/domain/relationship/measure-relationship";
import { stanceValue } from "@mainstay/domain/stance/stance";
import { getAccountView } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { loadRelationships } from "./load-relationships.ts";
import { readRelationshipSummary } from "./relationship-queries.ts";

/**
 * The measures of an account or one of its projects, and each member's part in them. The parts are class P: whose row
 * security hides the judgements gets none, rather than parts reckoned without them.
 */
export const readRelationship = async (
  db: Db,
  context: Context,
  accountId: string,
  projectId: string | null,
): Promise<Relationship> => {
  const { tenantId, actor, today } = context;
  const account = await getAccountView(db, actor, accountId);
  const projects = await db
    .selectFrom("project")
    .select(["id", "name"])
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("status", "=", "open")
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  if (projectId !== null && !projects.some(({ id }) => id === projectId))
    throw new AppError("project.not_found");
  return {
    account: { id: account.id, name: account.name },
    today,
    projects,
    projectId,
    summary: await readRelationshipSummary(db, tenantId, accountId, projectId),
    memberShares: actor.factClasses.includes("P")
      ? await readShares(db, context, accountId, projectId)
      : null,
  };
};

const readShares = async (
  db: Db,
  { tenantId, today }: Context,
  accountId: string,
  projectId: string | null,
): Promise<MemberShare[]> => {
  const day = dayNumberFromIso(today) ?? 0;
  const [loaded] = await loadRelationships(db, tenantId, [accountId], day);
  if (!loaded) throw new AppError("account.not_found");
  const { members, keyPersonIds } = measureRelationship(loaded.facts, projectId, day);
  const ids = members.map(({ personId }) => personId);
  const titles = await db
    .selectFrom("position")
    .select(["person_id", "title"])
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("person_id", "in", ids.length > 0 ? ids : [accountId])
    .where((where) => where.or([where("ends_on", "is", null), where("ends_on", ">", today)]))
    .execute();
  const titleOf = new Map(titles.map(({ person_id, title }) => [person_id, title]));
  const whole = members.reduce((sum, member) => sum + 2 * memberWeight(member), 0);
  return members
    .map((member) => toShare(member, day, whole, titleOf, keyPersonIds))
    .toSorted((a, b) => b.weight - a.weight || (a.personId < b.personId ? -1 : 1));
};

const toShare = (
  member: MeasuredMember,
  today: number,
  whole: number,
  titleOf: ReadonlyMap<string, string | null>,
  keyPersonIds: ReadonlySet<string>,
): MemberShare => {
  const { personId, stance, assessedDay, lastContactDay } = member;
  const weight = memberWeight(member);
  const day = (one: number | null) => (one === null ? null : isoFromDayNumber(one));
  return {
    personId,
    name: member.name,
    title: titleOf.get(personId) ?? null,
    isPlaceholder: member.isPlaceholder,
    role: member.role,
    influence: member.influence ?? assumedInfluence,
    isInfluenceAssumed: member.influence === null,
    weight,
    stance,
    stanceValue: stance === null ? null : stanceValue[stance],
    assessedOn: day(assessedDay),
    freshness: assessedDay === null ? null : freshness(today - assessedDay),
    coverage: memberCoverage(member),
    lastContactOn: day(lastContactDay),
    isKeyPerson: keyPersonIds.has(personId),
    points: (100 * weight * standingValue(member, today)) / whole + 0,
  };
};
