import type { PersonStanding } from "@mainstay/contract/decision-chain";
import { chainAbilities } from "@mainstay/domain/decision-chain/chain-policy";
import { playOfStance } from "@mainstay/domain/stance/stance-play";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { type AssessmentRecord, listAssessmentsOfPerson } from "./assessment-queries.ts";
import { toInfluenceView, toStanceView, toStyleView } from "./assessment-view.ts";
import { listCoachTests, listRolesOfPerson, seesProfiles } from "./chain-queries.ts";
import { listPairLevelNames, listPairsOfPerson, toPairView } from "./pair-queries.ts";

interface Job {
  account_id: string;
  account_name: string;
  manager_user_id: string | null;
  backup_user_id: string | null;
  sponsor_user_id: string | null;
  expert_user_ids: string[];
  is_current: boolean;
}

/** The accounts in sight where the person works or worked, present ones first. */
const listJobs = async (db: Db, tenantId: string, personId: string, today: string) => {
  const { rows } = await sql<Job>`
    select a.id as account_id, a.name as account_name, a.manager_user_id, a.backup_user_id, a.sponsor_user_id, a.expert_user_ids,
      bool_or(o.ends_on is null or o.ends_on > ${today}::date) as is_current
    from position o join account a on a.tenant_id = o.tenant_id and a.id = o.account_id
    where o.tenant_id = ${tenantId}::uuid and o.person_id = ${personId}::uuid
    group by a.tenant_id, a.id order by is_current desc, a.name limit 50`.execute(db);
  return rows;
};

const findPerson = async (db: Db, tenantId: string, personId: string) => {
  const { rows } = await sql<{
    name: string;
    no_profiling: boolean;
    is_restricted: boolean;
    is_placeholder: boolean;
  }>`
    select name, no_profiling, restricted_at is not null as is_restricted, is_placeholder from person
    where tenant_id = ${tenantId}::uuid and id = ${personId}::uuid`.execute(db);
  return rows[0] ?? null;
};

/** Everything we hold of a person's standing, account by account; the page of the person shows it. */
export const readPersonStanding = async (
  db: Db,
  context: Context,
  personId: string,
): Promise<PersonStanding> => {
  const { tenantId, actor, today } = context;
  const person = await findPerson(db, tenantId, personId);
  if (!person) throw new AppError("person.not_found");
  const profileHidden = !(await seesProfiles(db));
  const jobs = await listJobs(db, tenantId, personId, today);
  const roles = await listRolesOfPerson(db, tenantId, personId);
  const coachTests = await listCoachTests(db, tenantId, { personId });
  const of = (what: "stance" | "influence" | "style") =>
    listAssessmentsOfPerson(db, tenantId, what, personId);
  const [stances, influences, styles] = [
    await of("stance"),
    await of("influence"),
    await of("style"),
  ];
  const pairs = await listPairsOfPerson(db, tenantId, personId);
  const isJudged = !profileHidden && !person.no_profiling && !person.is_restricted;
  const accounts = jobs.map((job) => {
    const at = <Row extends { account_id: string | null }>(rows: readonly Row[]) =>
      rows.filter((row) => row.account_id === job.account_id);
    const can = chainAbilities(
      actor,
      {
        managerUserId: job.manager_user_id,
        backupUserId: job.backup_user_id,
        sponsorUserId: job.sponsor_user_id,
        expertUserIds: job.expert_user_ids,
      },
      {
        noProfiling: person.no_profiling,
        isRestricted: person.is_restricted,
        isPlaceholder: person.is_placeholder,
      },
    );
    const here = at<AssessmentRecord>(stances);
    const newest = here.find(({ project_id }) => project_id === null) ?? here[0];
    return {
      account: { id: job.account_id, name: job.account_name },
      isCurrent: job.is_current,
      roles: at(roles).map((one) => ({
        role: one.role,
        project:
          one.project_id === null ? null : { id: one.project_id, name: one.project_name ?? "" },
        coachTests: coachTests
          .filter((given) => given.buying_role_id === one.id)
          .map(({ test, evidence }) => ({ test, evidence })),
      })),
      stances: here.map((one) => toStanceView(actor, today, one)),
      influences: at(influences).map((one) => toInfluenceView(actor, today, one)),
      pairs: at(pairs).map((one) => toPairView(one, can.pair && job.is_current)),
      play: isJudged && job.is_current ? playOfStance(newest?.stance ?? null) : null,
      can: {
        assessStance: can.assessStance && job.is_current,
        assessInfluence: can.assessInfluence && job.is_current,
        assessStyle: can.assessStyle && job.is_current,
      },
    };
  });
  return {
    person: {
      id: personId,
      name: person.name,
      noProfiling: person.no_profiling,
      isRestricted: person.is_restricted,
    },
    today,
    profileHidden,
    accounts,
    styles: styles.map((one) => toStyleView(actor, today, one)),
    pairLevelNames: await listPairLevelNames(db, tenantId),
  };
};
