import { voiceValidDays } from "@mainstay/domain/survey/answer-limits";
import { sql } from "kysely";
import { type Detector, evidenceRow } from "./detector.ts";
import { isLowScore } from "../voice/score-sql.ts";
import { namedAnswers } from "./voice-answers.ts";

/**
 * 最高决策者不满意 The newest answer of somebody who is an economic buyer is dissatisfied: one is enough and is never averaged away
 * (formulas § 2). Always an alarm.
 */
export const dissatisfiedBuyer: Detector = {
  kind: "economic_buyer_dissatisfied",
  play: "speak_with_the_economic_buyer",
  rows: (watch) => sql`
    select low.on_day, low.account_id, max(low.answered_on) as news_on, 'critical' as own_severity,
      jsonb_build_object('people', count(*), 'scale', (array_agg(low.overall_kind order by low.answered_on desc, low.id))[1],
        'score', (array_agg(low.overall_score order by low.answered_on desc, low.id))[1], 'answeredOn', max(low.answered_on)) as params,
      jsonb_agg(${evidenceRow("survey_score", {
        on: sql`low.answered_on`,
        label: sql`low.overall_kind`,
        number: sql`low.overall_score`,
        personId: sql`low.person_id`,
      })} order by low.answered_on desc, low.id) as evidence
    from (
      select distinct on (d.on_day, a.account_id, a.person_id) d.on_day, a.*
      from ${watch.days} d join ${namedAnswers(watch)} a on a.answered_on <= d.on_day and a.answered_on >= d.on_day - ${voiceValidDays}::int
      order by d.on_day, a.account_id, a.person_id, a.answered_on desc, a.id) low
    where (low.buying_role = 'economic_buyer' or exists (select 1 from buying_role b where b.tenant_id = ${watch.tenantId}::uuid
        and b.account_id = low.account_id and b.person_id = low.person_id and b.role = 'economic_buyer'))
      and ${isLowScore(sql`low.overall_kind`, sql`low.overall_score`)}
    group by low.on_day, low.account_id`,
};
