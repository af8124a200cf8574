import { stances, stanceValue } from "@mainstay/domain/stance/stance";
import { sql } from "kysely";
import { type Detector, isWatched } from "./detector.ts";

const value = sql.raw(
  `case stance ${stances.map((stance) => `when '${stance}' then ${stanceValue[stance]}`).join(" ")} end`,
);

/**
 * 立场下滑 Somebody's newest judged stance lies lower than the one that stood before. Who it is and where they stand is class P:
 * the signal only counts, and has no rows.
 */
export const fallenStance: Detector = {
  kind: "stance_fell",
  play: "clarify_what_changed",
  rows: (watch) => {
    const { leastPoints, forDays } = watch.rules.stance;
    const tenant = sql`${watch.tenantId}::uuid`;
    return sql`
      select d.on_day, judged.account_id, max(judged.assessed_on) as news_on,
        case when count(distinct judged.person_id) > 1 then 'act' else 'watch' end as own_severity,
        jsonb_build_object('people', count(distinct judged.person_id), 'lastOn', max(judged.assessed_on)) as params, '[]'::jsonb as evidence
      from (select account_id, person_id, assessed_on, ${value} as value,
          lag(${value}) over standing as before, lead(assessed_on) over standing as next_on
        from stance_assessment where tenant_id = ${tenant} and ${isWatched(watch, "account_id")}
        window standing as (partition by account_id, person_id, project_id order by assessed_on, id)) judged
      join ${watch.days} d on judged.assessed_on <= d.on_day and judged.assessed_on > d.on_day - ${forDays}::int
        and (judged.next_on is null or judged.next_on > d.on_day)
      join person p on p.tenant_id = ${tenant} and p.id = judged.person_id and p.restricted_at is null and not p.no_profiling
      where judged.before - judged.value >= ${leastPoints}::float8
        and exists (select 1 from position j where j.tenant_id = ${tenant} and j.account_id = judged.account_id
          and j.person_id = judged.person_id and (j.ends_on is null or j.ends_on > d.on_day))
      group by d.on_day, judged.account_id`;
  },
};
