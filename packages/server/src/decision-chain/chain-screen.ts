import type { ChainPerson, DecisionChain } from "@mainstay/contract/decision-chain";
import { isPermitted } from "@mainstay/domain/access/permission";
import { chainWeight } from "@mainstay/domain/buying-role/role-factor";
import { missingExecutivePairings } from "@mainstay/domain/pair-level/executive-pairing";
import { findAccount, type NamedAccountRecord } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { listProjects } from "../project/project-queries.ts";
import { toProjectView } from "../project/project-view.ts";
import { listNewestOfAccount, listNewestStyles } from "./assessment-queries.ts";
import { type ChainSight, toChainPerson } from "./chain-person.ts";
import {
  listCoachTests,
  listRolesOfAccount,
  listWorkingPeople,
  seesProfiles,
} from "./chain-queries.ts";
import {
  listPairLevelNames,
  listPairsOfAccount,
  type PairRecord,
  toPairView,
} from "./pair-queries.ts";

/** Rows by the person they are about. */
const byPerson = <Row extends { person_id: string }>(rows: readonly Row[]) => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.person_id);
    if (group) group.push(row);
    else groups.set(row.person_id, [row]);
  }
  return (personId: string): Row[] => groups.get(personId) ?? [];
};

const isExecutiveRole = (role: string) => role === "sponsor" || role === "director";

/** Our people around the account: its team, then whoever stands in a pair. */
const oursOf = (
  account: NamedAccountRecord,
  pairs: readonly PairRecord[],
): DecisionChain["ours"] => {
  const ours = new Map<string, DecisionChain["ours"][number]>();
  const add = (userId: string | null, name: string | null, isExecutive: boolean) => {
    if (userId === null || name === null) return;
    const known = ours.get(userId);
    ours.set(userId, { userId, name, isExecutive: isExecutive || (known?.isExecutive ?? false) });
  };
  add(account.manager_user_id, account.manager_name, false);
  add(account.backup_user_id, account.backup_name, false);
  add(account.sponsor_user_id, account.sponsor_name, true);
  for (const pair of pairs) add(pair.user_id, pair.user_name, isExecutiveRole(pair.user_role));
  return [...ours.values()];
};

/** Members by weight, then everybody else; equals by name as they came. */
const weightOf = ({ isMember, weight, role }: ChainPerson): number =>
  (isMember ? 1000 : 0) + (weight ?? chainWeight(3, role?.role ?? null));

/**
 * The decision chain of an account or of one of its projects: one answer with everything the screen needs. Profiles that the
 * reader may not see never leave the database; the answer then says so.
 */
export const readDecisionChain = async (
  db: Db,
  context: Context,
  accountId: string,
  projectId: string | null,
): Promise<DecisionChain> => {
  const { tenantId, actor, today } = context;
  const account = await findAccount(db, tenantId, accountId);
  if (!account) throw new AppError("account.not_found");
  const projects = await listProjects(db, tenantId, accountId);
  if (projectId !== null && !projects.some(({ id }) => id === projectId)) {
    throw new AppError("project.not_found");
  }
  const team = teamOf(account);
  const profileHidden = !(await seesProfiles(db));
  const sight: ChainSight = { actor, team, today, projectId, profileHidden };
  const working = await listWorkingPeople(db, tenantId, accountId, today);
  const rolesOf = byPerson(await listRolesOfAccount(db, tenantId, accountId, projectId));
  const coachTests = await listCoachTests(db, tenantId, { accountId });
  const newest = (what: "stance" | "influence") =>
    listNewestOfAccount(db, tenantId, what, accountId, projectId);
  const stancesOf = byPerson(await newest("stance"));
  const influencesOf = byPerson(await newest("influence"));
  const ids = working.map(({ person_id }) => person_id);
  const stylesOf = byPerson(await listNewestStyles(db, tenantId, ids));
  const pairs = await listPairsOfAccount(db, tenantId, accountId);
  const people = working.map((person) => {
    const id = person.person_id;
    return toChainPerson(sight, person, {
      roles: rolesOf(id),
      coachTests,
      stances: stancesOf(id),
      influences: influencesOf(id),
      styles: stylesOf(id),
    });
  });
  const ours = oursOf(account, pairs);
  const shownPairs = pairs.flatMap((pair) => {
    const person = people.find(({ personId }) => personId === pair.person_id);
    return person && !person.noProfiling ? [toPairView(pair, person.can.pair)] : [];
  });
  return {
    account: { id: accountId, name: account.name },
    today,
    projects: projects.map((one) => toProjectView(actor, team, one)),
    projectId,
    profileHidden,
    people: people.toSorted((a, b) => weightOf(b) - weightOf(a)),
    pairs: shownPairs,
    pairLevelNames: await listPairLevelNames(db, tenantId),
    ours,
    missingExecutivePairings: profileHidden
      ? []
      : missingPairings(account, people, ours, shownPairs),
    can: {
      addProject: isPermitted(actor, "project.edit"),
      rank: people.some(({ can }) => can.assessInfluence),
      nameLevels: isPermitted(actor, "setting.edit"),
    },
  };
};

const missingPairings = (
  account: NamedAccountRecord,
  people: readonly ChainPerson[],
  ours: DecisionChain["ours"],
  pairs: DecisionChain["pairs"],
) =>
  missingExecutivePairings(
    people
      .filter(({ can }) => can.pair)
      .map(({ personId, role, influence }) => ({
        personId,
        role: role?.role ?? null,
        influence: influence?.assessment?.influence ?? null,
      })),
    ours
      .filter(({ isExecutive }) => isExecutive)
      .map(({ userId }) => ({ userId, isSponsor: userId === account.sponsor_user_id })),
    pairs.map(({ personId, user, isExecutivePairing }) => ({
      personId,
      userId: user.id,
      isExecutivePairing,
    })),
  );
