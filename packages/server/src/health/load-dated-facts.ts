import type { HealthFacts } from "@mainstay/domain/health/assess-health";
import type { PaymentFacts } from "@mainstay/domain/health/payment-score";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { type AccountDay, keyOf } from "./account-day.ts";
import { loadDatedService } from "./load-dated-service.ts";
import { loadDatedVoice } from "./load-dated-voice.ts";

/** What every row of the workspace carries a date for, so that it can be said of today and of any day before alike. */
export interface DatedFacts {
  readonly payment: PaymentFacts;
  readonly voice: HealthFacts["voice"];
  readonly buyerAnswer: HealthFacts["buyerAnswer"];
  readonly service: HealthFacts["service"];
  readonly isBuyerAgainst: boolean;
  readonly contactsLeft: number;
  readonly isTerminated: boolean;
}

const nothing: DatedFacts = {
  payment: { invoices: 0, overdueDays: null },
  voice: null,
  buyerAnswer: null,
  service: null,
  isBuyerAgainst: false,
  contactsLeft: 0,
  isTerminated: false,
};

interface PaymentRow {
  account_id: string;
  as_of: string;
  invoices: number;
  overdue_days: number | null;
}

/**
 * Invoices that fell due in the twelve months before the day or were open on it, with their overdue days weighted by
 * amount. Paid on the invoice's own day, else on that of its last payment; disputed ones are left out. Invoices meet their payments
 * by being grouped, not joined: without statistics (a demo or an import just written) a join may look at every pair.
 */
const loadPayments = async (db: Db, tenantId: string, wanted: ReturnType<typeof wantedDays>) => {
  const { rows } = await sql<PaymentRow>`
    with wanted as materialized (${wanted}),
    settled as materialized (
      select u.account_id, max(u.issued_on) as issued_on, max(u.due_on) as due_on, max(u.amount) as amount,
        coalesce(max(u.own_paid_on), max(u.paid_on)) as paid_on
      from (
        select i.account_id, i.external_id, i.issued_on, i.due_on, i.base_amount_minor::float8 as amount,
          i.paid_on as own_paid_on, null::date as paid_on
        from invoice i
        where i.tenant_id = ${tenantId}::uuid and i.account_id in (select account_id from wanted)
          and not i.is_disputed and i.base_amount_minor > 0
        union all
        select p.account_id, p.invoice_external_id, null, null, null, null, p.paid_on from payment p
        where p.tenant_id = ${tenantId}::uuid and p.account_id in (select account_id from wanted)
          and p.invoice_external_id is not null) u
      group by u.account_id, u.external_id having max(u.amount) is not null)
    select w.account_id, w.as_of::text, count(*)::int as invoices,
      (sum(i.amount * greatest(0, least(coalesce(i.paid_on, w.as_of), w.as_of) - i.due_on)) / sum(i.amount)) as overdue_days
    from wanted w join settled i on i.account_id = w.account_id
    where i.due_on <= w.as_of and i.issued_on <= w.as_of
      and (i.due_on > w.as_of - 365 or i.paid_on is null or i.paid_on > w.as_of)
    group by 1, 2`.execute(db);
  return rows;
};

/** The days with the instant each is looked at: now where it is the day of now, else the end of the day. */
const wantedDays = (tenantId: string, days: readonly AccountDay[], now: Date | undefined) => sql`
  select w.account_id, w.as_of, case when w.as_of = (${now ?? null}::timestamptz at time zone z.time_zone)::date
      then ${now ?? null}::timestamptz else (w.as_of + 1)::timestamp at time zone z.time_zone end as at
  from unnest(${days.map(({ accountId }) => accountId)}::uuid[], ${days.map(({ asOf }) => asOf)}::date[]) as w (account_id, as_of)
  join tenant z on z.id = ${tenantId}::uuid`;

interface VetoRow {
  account_id: string;
  as_of: string;
  veto: "buyer" | "left" | "terminated";
  n: number;
}

/**
 * The facts that turn an account red. The economic buyer is the account's default one, else those of its open
 * projects; the stances are class P and stay out for readers whose row security hides them. A contact's handover is late
 * once its 24 hours are over: by the clock today, by the end of the day for a day before. A contract warning that people
 * closed as lost is the notice of termination, until a later order says otherwise.
 */
const loadVetoes = async (db: Db, tenantId: string, wanted: ReturnType<typeof wantedDays>) => {
  const { rows } = await sql<VetoRow>`
    with wanted as (${wanted}),
    zone as (select time_zone as name from tenant where id = ${tenantId}::uuid),
    buyer as (
      select b.account_id, b.person_id, b.project_id from buying_role b
      left join project j on j.tenant_id = b.tenant_id and j.id = b.project_id
      where b.tenant_id = ${tenantId}::uuid and b.account_id in (select account_id from wanted) and b.role = 'economic_buyer'
        and (b.project_id is null or (j.status = 'open' and not exists (
          select 1 from buying_role d where d.tenant_id = b.tenant_id and d.account_id = b.account_id and d.project_id is null
            and d.role = 'economic_buyer'))))
    select w.account_id, w.as_of::text, 'buyer' as veto, count(*)::int as n
    from wanted w join buyer b on b.account_id = w.account_id
    join person p on p.tenant_id = ${tenantId}::uuid and p.id = b.person_id and p.restricted_at is null and not p.no_profiling
    join lateral (
      select s.stance from stance_assessment s
      where s.tenant_id = ${tenantId}::uuid and s.account_id = w.account_id and s.person_id = b.person_id and s.assessed_on <= w.as_of
        and (s.project_id is null or s.project_id = b.project_id)
      order by s.assessed_on desc, s.id desc limit 1) newest on newest.stance = 'opponent'
    group by 1, 2
    union all
    select w.account_id, w.as_of::text, 'left', count(*)::int
    from wanted w cross join zone z join handover h on h.tenant_id = ${tenantId}::uuid and h.account_id = w.account_id
    where h.side = 'theirs' and h.started_at < (w.as_of + 1)::timestamp at time zone z.name
      and h.due_at < w.at
      and (h.accepted_at is null or h.accepted_at >= (w.as_of + 1)::timestamp at time zone z.name)
      and (h.closed_at is null or h.closed_at >= (w.as_of + 1)::timestamp at time zone z.name)
    group by 1, 2
    union all
    select w.account_id, w.as_of::text, 'terminated', count(*)::int
    from wanted w cross join zone z join signal g on g.tenant_id = ${tenantId}::uuid and g.account_id = w.account_id
    where g.kind = 'contract_ending' and g.outcome = 'lost' and (g.resolved_at at time zone z.name)::date <= w.as_of
      and not exists (select 1 from order_day o where o.tenant_id = g.tenant_id and o.account_id = g.account_id and o.orders > 0
        and o.on_date > (g.resolved_at at time zone z.name)::date and o.on_date <= w.as_of)
    group by 1, 2`.execute(db);
  return rows;
};

/**
 * Payments, answers, cases and vetoes of many accounts on their days, a statement each. The reader's row security decides what
 * is seen. `now` is the moment of the round: clocks of hours are read by it on its own day.
 */
export const loadDatedFacts = async (
  db: Db,
  tenantId: string,
  days: readonly AccountDay[],
  now?: Date,
): Promise<(day: AccountDay) => DatedFacts> => {
  if (days.length === 0) return () => nothing;
  const wanted = wantedDays(tenantId, days, now);
  const found = new Map<string, DatedFacts>();
  const put = (row: { account_id: string; as_of: string }, facts: Partial<DatedFacts>) => {
    const key = keyOf({ accountId: row.account_id, asOf: row.as_of });
    found.set(key, { ...nothing, ...found.get(key), ...facts });
  };
  for (const row of await loadPayments(db, tenantId, wanted))
    put(row, { payment: { invoices: row.invoices, overdueDays: row.overdue_days } });
  for (const { voice, buyerAnswer, ...row } of await loadDatedVoice(db, tenantId, wanted))
    put(row, { voice, buyerAnswer });
  for (const row of await loadDatedService(db, tenantId, wanted)) put(row, { service: row });
  for (const row of await loadVetoes(db, tenantId, wanted))
    put(
      row,
      row.veto === "buyer"
        ? { isBuyerAgainst: true }
        : row.veto === "left"
          ? { contactsLeft: row.n }
          : { isTerminated: true },
    );
  return (day) => found.get(keyOf(day)) ?? nothing;
};
