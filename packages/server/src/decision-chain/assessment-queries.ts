import type { BehaviourStyle } from "@mainstay/domain/behaviour-style/behaviour-style";
import type { GuidedAnswer } from "@mainstay/domain/guided/guided-question";
import type { Influence } from "@mainstay/domain/influence/influence";
import type { Stance } from "@mainstay/domain/stance/stance";
import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

export const assessmentTables = {
  stance: "stance_assessment",
  influence: "influence_assessment",
  style: "style_assessment",
} as const;
export type Assessed = keyof typeof assessmentTables;

export interface AssessmentRecord {
  id: string;
  account_id: string | null;
  person_id: string;
  project_id: string | null;
  project_name: string | null;
  answers: GuidedAnswer[];
  evidence: string;
  assessed_by: string | null;
  assessor_name: string | null;
  assessed_on: string;
  stance: Stance;
  influence: Influence;
  style: BehaviourStyle;
}

/** Rows of a table of judgements, or of a choice of them, with the names their ids stand for; `j` are the rows. */
const select = (what: Assessed, from: RawBuilder<unknown> = sql.table(assessmentTables[what])) => {
  const value = sql.ref(`j.${what}`);
  return what === "style"
    ? sql`select j.id, null::uuid as account_id, j.person_id, null::uuid as project_id, null as project_name, j.answers,
        j.note as evidence, j.assessed_by, u.name as assessor_name, j.assessed_on, ${value}
      from ${from} j left join app_user u on u.tenant_id = j.tenant_id and u.id = j.assessed_by`
    : sql`select j.id, j.account_id, j.person_id, j.project_id, q.name as project_name, j.answers, j.evidence,
        j.assessed_by, u.name as assessor_name, j.assessed_on, ${value}
      from ${from} j
      left join app_user u on u.tenant_id = j.tenant_id and u.id = j.assessed_by
      left join project q on q.tenant_id = j.tenant_id and q.id = j.project_id`;
};

const newestFirst = sql`order by j.assessed_on desc, j.id desc`;

/** Every judgement on one person, newest first. */
export const listAssessmentsOfPerson = async (
  db: Db,
  tenantId: string,
  what: Assessed,
  personId: string,
): Promise<AssessmentRecord[]> => {
  const { rows } = await sql<AssessmentRecord>`
    ${select(what)} where j.tenant_id = ${tenantId}::uuid and j.person_id = ${personId}::uuid ${newestFirst} limit 200`.execute(
    db,
  );
  return rows;
};

/** The newest judgement of each assessor on each person of an account, for the account and for one project. */
export const listNewestOfAccount = async (
  db: Db,
  tenantId: string,
  what: "stance" | "influence",
  accountId: string,
  projectId: string | null,
): Promise<AssessmentRecord[]> => {
  const newest = sql`(
    select distinct on (person_id, project_id, assessed_by) * from ${sql.table(assessmentTables[what])}
    where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
      and (project_id is null or project_id = ${projectId}::uuid)
    order by person_id, project_id, assessed_by, assessed_on desc, id desc)`;
  const { rows } = await sql<AssessmentRecord>`${select(what, newest)}`.execute(db);
  return rows;
};

/** The newest style of each of these persons. */
export const listNewestStyles = async (
  db: Db,
  tenantId: string,
  personIds: readonly string[],
): Promise<AssessmentRecord[]> => {
  const { rows } = await sql<AssessmentRecord>`
    select distinct on (s.person_id) s.* from (${select("style")}
      where j.tenant_id = ${tenantId}::uuid and j.person_id = any(${[...personIds]}::uuid[])) s
    order by s.person_id, s.assessed_on desc, s.id desc`.execute(db);
  return rows;
};

/** One judgement, as just written. */
export const findAssessment = async (
  db: Db,
  tenantId: string,
  what: Assessed,
  id: string,
): Promise<AssessmentRecord | null> => {
  const { rows } = await sql<AssessmentRecord>`
    ${select(what)} where j.tenant_id = ${tenantId}::uuid and j.id = ${id}::uuid`.execute(db);
  return rows[0] ?? null;
};

/** Takes a judgement's row for this transaction; null when it is gone or not there for this actor. */
export const lockAssessment = async (tx: Tx, tenantId: string, what: Assessed, id: string) => {
  const account: RawBuilder<unknown> = what === "style" ? sql`null::uuid` : sql`account_id`;
  const { rows } = await sql<{
    person_id: string;
    account_id: string | null;
    assessed_by: string | null;
  }>`
    select person_id, ${account} as account_id, assessed_by from ${sql.table(assessmentTables[what])}
    where tenant_id = ${tenantId}::uuid and id = ${id}::uuid for update`.execute(tx);
  return rows[0] ?? null;
};

export const deleteAssessment = (tx: Tx, tenantId: string, what: Assessed, id: string) =>
  sql`delete from ${sql.table(assessmentTables[what])}
    where tenant_id = ${tenantId}::uuid and id = ${id}::uuid`.execute(tx);
