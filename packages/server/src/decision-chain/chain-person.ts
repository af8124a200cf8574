import type { ChainPerson } from "@mainstay/contract/decision-chain";
import type { Actor } from "@mainstay/domain/access/actor";
import type { AccountTeamFacts } from "@mainstay/domain/account/account-policy";
import { chainWeight } from "@mainstay/domain/buying-role/role-factor";
import { chainAbilities } from "@mainstay/domain/decision-chain/chain-policy";
import { assumedInfluence } from "@mainstay/domain/influence/influence";
import { isDisagreement, standingJudgements } from "@mainstay/domain/stance/standing-stance";
import { playOfStance } from "@mainstay/domain/stance/stance-play";
import type { AssessmentRecord } from "./assessment-queries.ts";
import { toInfluenceView, toStanceView, toStyleView } from "./assessment-view.ts";
import type { CoachTestRecord, RoleRecord, WorkingPerson } from "./chain-queries.ts";

/** How one looks at a chain: who, on which day, in which project, with which team around the account. */
export interface ChainSight {
  readonly actor: Actor;
  readonly team: AccountTeamFacts;
  readonly today: string;
  readonly projectId: string | null;
  readonly profileHidden: boolean;
}

/** Everything known of one person of the chain, as the row policies let it through. */
export interface ChainRecords {
  readonly roles: readonly RoleRecord[];
  readonly coachTests: readonly CoachTestRecord[];
  readonly stances: readonly AssessmentRecord[];
  readonly influences: readonly AssessmentRecord[];
  readonly styles: readonly AssessmentRecord[];
}

const standing = (records: readonly AssessmentRecord[], projectId: string | null) =>
  standingJudgements(
    records.map((record) => ({
      id: record.id,
      projectId: record.project_id,
      assessorId: record.assessed_by,
      assessedOn: record.assessed_on,
      record,
    })),
    projectId,
  ).map(({ record }) => record);

/** The project's own role before the account's default. */
const roleOf = (sight: ChainSight, records: ChainRecords): ChainPerson["role"] => {
  const { roles, coachTests } = records;
  const own = roles.find((one) => sight.projectId !== null && one.project_id === sight.projectId);
  const found = own ?? roles.find((one) => one.project_id === null);
  if (!found) return null;
  return {
    role: found.role,
    isDefault: sight.projectId !== null && found.project_id === null,
    coachTests: coachTests
      .filter((one) => one.buying_role_id === found.id)
      .map(({ test, evidence }) => ({ test, evidence })),
  };
};

const stanceOf = (sight: ChainSight, records: ChainRecords) => {
  const { actor, today, projectId } = sight;
  const stances = standing(records.stances, projectId).map((one) =>
    toStanceView(actor, today, one),
  );
  const [newest] = stances;
  return {
    stance: newest
      ? { ...newest, isDefault: projectId !== null && newest.projectId === null }
      : null,
    disagreement: isDisagreement(stances.map(({ stance }) => stance)) ? stances : [],
  };
};

const influenceOf = (sight: ChainSight, records: ChainRecords): ChainPerson["influence"] => {
  if (sight.profileHidden) return null;
  const [newest] = standing(records.influences, sight.projectId);
  return newest
    ? { value: newest.influence, assessment: toInfluenceView(sight.actor, sight.today, newest) }
    : { value: assumedInfluence, assessment: null };
};

/** One person as the chain shows them. Who objected to profiling stands there with nothing judged, whatever was written before. */
export const toChainPerson = (
  sight: ChainSight,
  person: WorkingPerson,
  given: ChainRecords,
): ChainPerson => {
  const records = person.no_profiling
    ? { ...given, stances: [], influences: [], styles: [] }
    : given;
  const role = roleOf(sight, records);
  const { stance, disagreement } = stanceOf(sight, records);
  const influence = influenceOf(sight, records);
  const [style] = records.styles;
  const isJudged = !sight.profileHidden && !person.no_profiling && !person.is_restricted;
  return {
    personId: person.person_id,
    name: person.name,
    isPlaceholder: person.is_placeholder,
    placeholderSince: person.placeholder_since,
    noProfiling: person.no_profiling,
    isRestricted: person.is_restricted,
    position: { id: person.position_id, title: person.title, department: person.department },
    isMember: role !== null || influence?.assessment != null || person.is_placeholder,
    role,
    stance,
    disagreement,
    influence,
    style: style ? toStyleView(sight.actor, sight.today, style) : null,
    weight: influence === null ? null : chainWeight(influence.value, role?.role ?? null),
    play: isJudged ? playOfStance(stance?.stance ?? null) : null,
    can: chainAbilities(sight.actor, sight.team, {
      noProfiling: person.no_profiling,
      isRestricted: person.is_restricted,
      isPlaceholder: person.is_placeholder,
    }),
  };
};
