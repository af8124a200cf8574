import type { BuyingRole } from "@mainstay/domain/buying-role/buying-role";
import type { HealthFacts } from "@mainstay/domain/health/assess-health";
import { voiceValidDays } from "@mainstay/domain/survey/answer-limits";
import { accountScoreOf } from "@mainstay/domain/survey/account-score";
import { isDissatisfied } from "@mainstay/domain/survey/scale-score";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { keyOf } from "./account-day.ts";

interface AnswerRow {
  account_id: string;
  as_of: string;
  scale: VoiceScale;
  score: number;
  age_days: number;
  buying_role: BuyingRole | null;
  influence: number | null;
}

export type DatedVoice = Pick<HealthFacts, "voice" | "buyerAnswer"> & {
  readonly account_id: string;
  readonly as_of: string;
};

/** With fewer answers the mean would tell how influential each person was judged, which is class P. */
const fewestToWeigh = 3;

const voiceOf = (answers: readonly AnswerRow[]): HealthFacts["voice"] => {
  const newest = answers.reduce((a, b) => (b.age_days < a.age_days ? b : a));
  const onScale = answers.filter(({ scale }) => scale === newest.scale);
  const score = accountScoreOf(
    newest.scale,
    onScale.map((one) => ({
      score: one.score,
      role: one.buying_role,
      influence: onScale.length < fewestToWeigh ? null : one.influence,
    })),
  );
  return (
    score && {
      scale: newest.scale,
      mean: score.mean,
      answers: score.n,
      ageDays: newest.age_days,
    }
  );
};

/** Of several economic buyers the dissatisfied one speaks; else whoever answered last. */
const buyerAnswerOf = (answers: readonly AnswerRow[]): HealthFacts["buyerAnswer"] => {
  const buyers = answers
    .filter(({ buying_role }) => buying_role === "economic_buyer")
    .toSorted((a, b) => a.age_days - b.age_days);
  const speaks = buyers.find(({ scale, score }) => isDissatisfied(scale, score)) ?? buyers[0];
  return speaks ? { scale: speaks.scale, score: speaks.score, ageDays: speaks.age_days } : null;
};

/**
 * What the people of many accounts last said, as of their days: the newest finished, named answer of each within the days an
 * answer counts, on the scale that was asked last. Anonymous answers speak for no account. A role is as it was when they
 * answered, or an economic buyer's as it is now.
 */
export const loadDatedVoice = async (
  db: Db,
  tenantId: string,
  wanted: RawBuilder<unknown>,
): Promise<DatedVoice[]> => {
  const { rows } = await sql<AnswerRow>`
    with wanted as (${wanted})
    select distinct on (w.account_id, w.as_of, r.person_id) w.account_id, w.as_of::text, r.overall_kind as scale,
      r.overall_score as score, w.as_of - r.answered_on as age_days, r.influence,
      case when exists (select 1 from buying_role b where b.tenant_id = r.tenant_id and b.account_id = r.account_id
        and b.person_id = r.person_id and b.role = 'economic_buyer') then 'economic_buyer' else r.buying_role end as buying_role
    from wanted w join survey_response r on r.tenant_id = ${tenantId}::uuid and r.account_id = w.account_id
      and r.answered_on <= w.as_of and r.answered_on >= w.as_of - ${voiceValidDays}::int
    where r.is_complete and not r.is_suspect and not r.is_anonymous and r.overall_score is not null and r.person_id is not null
    order by w.account_id, w.as_of, r.person_id, r.answered_on desc, r.id desc`.execute(db);
  const answers = new Map<string, AnswerRow[]>();
  for (const row of rows) {
    const key = keyOf({ accountId: row.account_id, asOf: row.as_of });
    answers.set(key, [...(answers.get(key) ?? []), row]);
  }
  return [...answers.values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const { account_id, as_of } = first;
    return [{ account_id, as_of, voice: voiceOf(of), buyerAnswer: buyerAnswerOf(of) }];
  });
};
