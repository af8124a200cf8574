import { sql } from "kysely";
import { type Detector, evidenceRow } from "./detector.ts";
import { namedAnswers } from "./voice-answers.ts";

/** Two askings further apart are not compared. */
const comparableDays = 550;

/**
 * 满意度下滑 The mean of the newest asking fell by so many points on 0 … 100 below the one before it on the same scale; scales are
 * never mixed (formulas § 2). A fall of twice as much is an alarm.
 */
export const droppedSatisfaction: Detector = {
  kind: "satisfaction_dropped",
  play: "ask_what_went_wrong",
  rows: (watch) => {
    const { leastDrop, forDays } = watch.rules.satisfaction;
    return sql`
      select now.on_day, now.account_id, now.last_on as news_on,
        case when now.before_100 - now.of_100 >= ${leastDrop}::int * 2 then 'critical' else 'act' end as own_severity,
        jsonb_build_object('scale', now.overall_kind, 'from', round(now.before_mean, 1), 'to', round(now.mean, 1),
          'fromAnswers', now.before_n, 'toAnswers', now.n, 'answeredOn', now.last_on) as params,
        jsonb_build_array(${evidenceRow("survey_score", {
          on: sql`now.before_on`,
          label: sql`now.overall_kind`,
          number: sql`round(now.before_mean, 1)`,
        })}, ${evidenceRow("survey_score", {
          on: sql`now.last_on`,
          label: sql`now.overall_kind`,
          number: sql`round(now.mean, 1)`,
        })}) as evidence
      from (
        select asked.*, lead(mean) over before as before_mean, lead(of_100) over before as before_100, lead(n) over before as before_n,
          lead(last_on) over before as before_on, row_number() over before as nth
        from (
          select d.on_day, a.account_id, a.round_id, a.overall_kind, avg(a.overall_score) as mean, avg(a.of_100) as of_100,
            count(*) as n, max(a.answered_on) as last_on
          from ${watch.days} d join ${namedAnswers(watch)} a on a.answered_on <= d.on_day and a.answered_on > d.on_day - ${comparableDays}::int
          group by d.on_day, a.account_id, a.round_id, a.overall_kind) asked
        window before as (partition by on_day, account_id, overall_kind order by last_on desc, round_id)) now
      where now.nth = 1 and now.last_on > now.on_day - ${forDays}::int and now.before_100 - now.of_100 >= ${leastDrop}::int
        and not exists (select 1 from ${namedAnswers(watch)} later where later.account_id = now.account_id
          and later.overall_kind <> now.overall_kind and later.answered_on > now.last_on and later.answered_on <= now.on_day
          and later.of_100 >= now.before_100)`;
  },
};
