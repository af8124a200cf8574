import { sql } from "kysely";
import { type Detector, evidenceRow, isWatched } from "./detector.ts";

/** For so long after its end an unrenewed contract is still warned of. */
const afterEndDays = 30;

/**
 * 合同将到期 A contract ends in sight: worth a look at first (180 days), a step (90), a step again (60), an alarm (30 and after the
 * end). Every border that is crossed is news.
 */
export const endingContract: Detector = {
  kind: "contract_ending",
  play: "prepare_renewal",
  rows: (watch) => {
    const { watchDays, actDays, urgentDays, criticalDays } = watch.rules.contract;
    const left = sql`(a.contract_end_on - d.on_day)`;
    return sql`
      select d.on_day, a.id as account_id,
        case when ${left} < 0 then a.contract_end_on + 1 else a.contract_end_on - case when ${left} <= ${criticalDays}::int then ${criticalDays}::int
          when ${left} <= ${urgentDays}::int then ${urgentDays}::int when ${left} <= ${actDays}::int then ${actDays}::int
          else ${watchDays}::int end end as news_on,
        case when ${left} <= ${criticalDays}::int then 'critical' when ${left} <= ${actDays}::int then 'act' else 'watch' end as own_severity,
        jsonb_build_object('endsOn', a.contract_end_on, 'days', ${left}) as params,
        jsonb_build_array(${evidenceRow("contract", {
          on: sql`coalesce(a.contract_start_on, a.contract_end_on)`,
          to: sql`case when a.contract_start_on is not null then a.contract_end_on end`,
          number: left,
        })}) || case when s.revenue_12m_minor > 0 then jsonb_build_array(${evidenceRow("revenue", {
          amountMinor: sql`s.revenue_12m_minor`,
        })}) else '[]' end as evidence
      from ${watch.days} d join account a on a.tenant_id = ${watch.tenantId}::uuid and ${isWatched(watch, "a.id")}
        and a.contract_end_on between d.on_day - ${afterEndDays}::int and d.on_day + ${watchDays}::int
      left join account_standing s on s.tenant_id = a.tenant_id and s.account_id = a.id`;
  },
};
