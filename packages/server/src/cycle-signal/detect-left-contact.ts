import { sql } from "kysely";
import { type Detector, evidenceRow, isWatched } from "./detector.ts";

/**
 * 关键联系人离任 Somebody important left an account and nobody has taken the relation over: who had a buying role there, or many
 * two-way contacts in their last year, or a high influence. Whom only a judgement made important is counted, not named.
 */
export const leftContact: Detector = {
  kind: "key_contact_left",
  play: "hand_over_now",
  rows: (watch) => {
    const { leastInfluence, leastContacts, forDays } = watch.rules.keyContact;
    const tenant = sql`${watch.tenantId}::uuid`;
    return sql`
      select gone.on_day, gone.account_id, max(gone.ends_on) as news_on, 'act' as own_severity,
        jsonb_build_object('people', count(*),
          'person', coalesce((array_agg(gone.name order by gone.ends_on, gone.person_id) filter (where gone.is_open))[1], ''),
          'personId', coalesce((array_agg(gone.person_id order by gone.ends_on, gone.person_id) filter (where gone.is_open))[1]::text, ''),
          'endedOn', min(gone.ends_on), 'days', gone.on_day - min(gone.ends_on)) as params,
        coalesce(jsonb_agg(${evidenceRow("departure", {
          on: sql`gone.ends_on`,
          label: sql`gone.name`,
          number: sql`gone.contacts`,
          personId: sql`gone.person_id`,
        })} order by gone.ends_on, gone.person_id) filter (where gone.is_open), '[]') as evidence
      from (
        select d.on_day, j.account_id, j.person_id, p.name, j.ends_on, j.contacts,
          (coalesce(j.role_at < d.at, false) or j.contacts >= ${leastContacts}::int) as is_open
        from (
          select left_on.*,
            (select min(r.set_at) from buying_role r where r.tenant_id = ${tenant} and r.account_id = left_on.account_id
              and r.person_id = left_on.person_id) as role_at,
            (select count(*)::int from interaction i where i.tenant_id = ${tenant} and i.account_id = left_on.account_id
              and i.is_two_way and i.person_ids @> array[left_on.person_id]
              and i.occurred_on > left_on.ends_on - 365 and i.occurred_on <= left_on.ends_on) as contacts
          from (select account_id, person_id, max(ends_on) as ends_on from position
            where tenant_id = ${tenant} and ${isWatched(watch, "account_id")}
              and ends_on > (select min(on_day) from ${watch.days} d) - ${forDays}::int
              and coalesce(ended_because, '') not in ('entered_by_mistake', 'moved_inside')
            group by account_id, person_id) left_on
          offset 0) j
        join ${watch.days} d on j.ends_on <= d.on_day and j.ends_on > d.on_day - ${forDays}::int
        join person p on p.tenant_id = ${tenant} and p.id = j.person_id and p.restricted_at is null and not p.is_placeholder
        where (coalesce(j.role_at < d.at, false) or j.contacts >= ${leastContacts}::int or (not p.no_profiling and exists (
            select 1 from (select influence from influence_assessment f
              where f.tenant_id = ${tenant} and f.account_id = j.account_id and f.person_id = j.person_id
                and f.assessed_on <= d.on_day order by f.assessed_on desc, f.id desc limit 1) newest
            where newest.influence >= ${leastInfluence}::int)))
          and not exists (select 1 from position still where still.tenant_id = ${tenant} and still.account_id = j.account_id
            and still.person_id = j.person_id and coalesce(still.starts_on, d.on_day) <= d.on_day
            and (still.ends_on is null or still.ends_on > d.on_day))
          and not exists (select 1 from handover h where h.tenant_id = ${tenant} and h.account_id = j.account_id
            and h.person_id = j.person_id and (h.accepted_at <= d.at or (h.status = 'dropped' and h.closed_at <= d.at)))
      ) gone group by gone.on_day, gone.account_id`;
  },
};
