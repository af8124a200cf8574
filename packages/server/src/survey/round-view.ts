import type { RoundView } from "@mainstay/contract/survey-round";
import type { Actor } from "@mainstay/domain/access/actor";
import type { Segment } from "@mainstay/domain/account/segment";
import type { BilingualWords } from "@mainstay/domain/survey/frozen-question";
import { roundAbilities } from "@mainstay/domain/survey/survey-policy";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { listRoundFigures, reachedStatuses } from "./round-figures.ts";

interface Slice {
  key: string | null;
  name: string | null;
  asked: number;
  answered: number;
}

const accountsShown = 200;

/** A round as its page shows it; `survey.round_not_found` when there is none. */
export const getRoundView = async (db: Db, actor: Actor, roundId: string): Promise<RoundView> => {
  const { tenantId } = actor;
  const [figures] = await listRoundFigures(db, tenantId, sql`r.id = ${roundId}::uuid`);
  if (!figures) throw new AppError("survey.round_not_found");
  const { surveyId, ...round } = figures;
  const { rows } = await sql<{
    title: BilingualWords;
    questions: number;
    seed: string | number;
    has_mail: boolean;
  }>`
    select s.title, jsonb_array_length(r.questions) as questions, r.seed,
      exists (select 1 from mail_setting m where m.tenant_id = r.tenant_id and m.is_enabled) as has_mail
    from survey_round r join survey s on s.tenant_id = r.tenant_id and s.id = r.survey_id
    where r.tenant_id = ${tenantId}::uuid and r.id = ${roundId}::uuid`.execute(db);
  const row = rows[0];
  if (!row) throw new AppError("survey.round_not_found");
  const bySegment = await slicesOf(db, tenantId, roundId, sql`s.segment`, sql`null::text`);
  const byDepartment = await slicesOf(db, tenantId, roundId, sql`j.department`, sql`null::text`);
  const byAccount = await slicesOf(db, tenantId, roundId, sql`i.account_id::text`, sql`a.name`);
  return {
    ...round,
    survey: { id: surveyId, title: row.title },
    questions: row.questions,
    seed: Number(row.seed),
    hasMail: row.has_mail,
    bySegment: bySegment.map(({ key, asked, answered }) => ({
      segment: key as Segment | null,
      asked,
      answered,
    })),
    byDepartment: byDepartment.map(({ key, asked, answered }) => ({
      department: key,
      asked,
      answered,
    })),
    byAccount: byAccount.flatMap(({ key, name, asked, answered }) =>
      key === null || name === null ? [] : [{ account: { id: key, name }, asked, answered }],
    ),
    can: roundAbilities(actor, round.closedAt === null),
  };
};

/** Askings that reached somebody and answers, by one property of who was asked; the most asked first. */
const slicesOf = async (
  db: Db,
  tenantId: string,
  roundId: string,
  key: RawBuilder<unknown>,
  name: RawBuilder<unknown>,
): Promise<Slice[]> => {
  const { rows } = await sql<Slice>`
    select ${key} as key, max(${name}) as name, count(*)::int as asked,
      (count(*) filter (where i.status = 'answered'))::int as answered
    from survey_invitation i
    join account a on a.tenant_id = i.tenant_id and a.id = i.account_id
    left join account_standing s on s.tenant_id = i.tenant_id and s.account_id = i.account_id
    left join lateral (select nullif(btrim(p.department), '') as department from "position" p
      where p.tenant_id = i.tenant_id and p.person_id = i.person_id and p.account_id = i.account_id
      order by p.ends_on desc nulls first limit 1) j on true
    where i.tenant_id = ${tenantId}::uuid and i.round_id = ${roundId}::uuid
      and i.status = any(${[...reachedStatuses]}::text[])
    group by 1 order by asked desc, answered desc, 1 limit ${accountsShown}`.execute(db);
  return rows;
};
