import { obligationDropCodes } from "@mainstay/domain/obligation/obligation-kind";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { cadenceOf, type OwedRound, ownerOf, withOwed } from "./owed-sql.ts";

const rowsOf = ({ tenantId, accountIds }: OwedRound) =>
  sql`o.tenant_id = ${tenantId}::uuid and o.account_id = any(${[...accountIds]}::uuid[])`;

/** Writes down since when each duty holds: a new one, or one with another cadence, begins today. */
export const keepDuties = async (tx: Tx, round: OwedRound): Promise<void> => {
  const { tenantId, today, accountIds } = round;
  await sql`
    ${withOwed(round)}
    delete from service_duty d where d.tenant_id = ${tenantId}::uuid and d.account_id = any(${[...accountIds]}::uuid[])
      and not exists (select 1 from owed w where w.account_id = d.account_id and w.kind = d.kind)`.execute(
    tx,
  );
  await sql`
    ${withOwed(round)}
    insert into service_duty (tenant_id, account_id, kind, every, since_on, first_from_on)
    select ${tenantId}::uuid, w.account_id, w.kind, w.every, ${today}::date, p.from_on
    from owed w join period p on p.every = w.every and p.is_first
    on conflict (tenant_id, account_id, kind) do update
      set every = excluded.every, since_on = excluded.since_on, first_from_on = excluded.first_from_on
      where service_duty.every <> excluded.every`.execute(tx);
};

/**
 * What the policy, the account's place in it or our seats have changed since: open obligations of periods yet to begin are
 * taken back where they are not owed any more, the present one stays or is re-dated to the new cadence, and owner, kinds of
 * contact and due day follow. What is fulfilled is never touched, nor a due day that was agreed with the customer.
 */
export const adaptOpenObligations = async (tx: Tx, round: OwedRound): Promise<void> => {
  const { today, policyVersion } = round;
  const [notOwed, cadenceChanged, newVersion] = obligationDropCodes;
  await sql`
    ${withOwed(round)}
    update obligation o set period_from = p.from_on, period_to = p.to_on,
      due_on = case when o.moves > 0 and o.due_on between p.from_on and p.to_on then o.due_on else p.due_on end,
      contact_kinds = w.contact_kinds, policy_line = w.line, policy_version = ${policyVersion}, version = o.version + 1,
      updated_at = now()
    from owed w join period p on p.every = w.every and p.is_first
    where ${rowsOf(round)} and o.status = 'open' and w.account_id = o.account_id and w.kind = o.kind
      and ${today}::date between o.period_from and o.period_to and w.every <> ${cadenceOf}
      and not exists (select 1 from obligation n where n.tenant_id = o.tenant_id and n.account_id = o.account_id
        and n.kind = o.kind and n.period_from = p.from_on and n.id <> o.id)`.execute(tx);
  await sql`
    ${withOwed(round)}
    update obligation o set status = 'dropped', version = o.version + 1, updated_at = now(), dropped_because = r.because
    from (
      select o.id, case when w.kind is null then ${notOwed} when w.every <> ${cadenceOf} then ${cadenceChanged} else ${newVersion} end as because
      from obligation o left join owed w on w.account_id = o.account_id and w.kind = o.kind
      where ${rowsOf(round)} and o.status = 'open' and o.period_to >= ${today}::date
        and (w.kind is null and o.period_from > ${today}::date or w.every <> ${cadenceOf}
          or o.period_from > ${today}::date and o.period_from >= ${round.nextPolicyFrom}::date)) r
    where o.tenant_id = ${round.tenantId}::uuid and o.id = r.id`.execute(tx);
  await sql`
    ${withOwed(round)}
    update obligation o set contact_kinds = w.contact_kinds, policy_line = w.line, policy_version = ${policyVersion},
      due_on = case when o.moves = 0 then coalesce(p.due_on, o.due_on) else o.due_on end,
      version = o.version + 1, updated_at = now()
    from owed w left join period p on p.every = w.every
    where ${rowsOf(round)} and o.status = 'open' and o.period_to >= ${today}::date and w.account_id = o.account_id and w.kind = o.kind
      and p.from_on = o.period_from and p.to_on = o.period_to
      and (o.contact_kinds <> w.contact_kinds or o.policy_line <> w.line or o.moves = 0 and o.due_on <> p.due_on)`.execute(
    tx,
  );
  await sql`
    ${withOwed(round)}
    update obligation o set owner_user_id = ${ownerOf}, version = o.version + 1, updated_at = now()
    from staff f
    where ${rowsOf(round)} and o.status = 'open' and f.account_id = o.account_id and o.owner_user_id is distinct from ${ownerOf}`.execute(
    tx,
  );
};

/**
 * One obligation for every period of every duty since it was first owed. A period that has ended without one (the product
 * slept, or its clock jumped) is missed unless a contact of those days meets it; one the policy itself had taken back comes
 * back when it is owed again.
 */
export const addObligations = async (tx: Tx, round: OwedRound): Promise<void> => {
  const { tenantId, today, policyVersion } = round;
  await sql`
    ${withOwed(round)}
    insert into obligation as known (tenant_id, id, account_id, kind, contact_kinds, policy_version, policy_line, period_from,
      period_to, due_on, owner_user_id, status)
    select ${tenantId}::uuid, gen_random_uuid(), o.account_id, o.kind, o.contact_kinds, ${policyVersion}, o.line, p.from_on, p.to_on,
      p.due_on, ${ownerOf}, case when p.to_on < ${today}::date then 'missed' else 'open' end
    from owed o
    join staff f on f.account_id = o.account_id
    join service_duty d on d.tenant_id = ${tenantId}::uuid and d.account_id = o.account_id and d.kind = o.kind
    join period p on p.every = o.every and p.from_on >= d.first_from_on and not p.is_beyond
      and (p.is_near or p.from_on = d.first_from_on)
    on conflict (tenant_id, account_id, kind, period_from) do update
      set status = 'open', dropped_because = null, contact_kinds = excluded.contact_kinds, policy_version = excluded.policy_version,
        policy_line = excluded.policy_line, period_to = excluded.period_to, due_on = excluded.due_on,
        owner_user_id = excluded.owner_user_id, version = known.version + 1, updated_at = now()
      where known.status = 'dropped' and known.dropped_because = any(${[...obligationDropCodes]}::text[])
        and excluded.status = 'open'`.execute(tx);
};

/** Closes what will not be done any more: the next one of its kind is done, or as long again as its period has gone by. */
export const closeMissed = async (tx: Tx, round: OwedRound): Promise<void> => {
  const { today } = round;
  await sql`
    update obligation o set status = 'missed', version = o.version + 1, updated_at = now()
    where ${rowsOf(round)} and o.status = 'open' and greatest(o.period_to, o.due_on) < ${today}::date
      and (o.period_to + (o.period_to - o.period_from + 1) < ${today}::date or exists (
        select 1 from obligation n where n.tenant_id = o.tenant_id and n.account_id = o.account_id and n.kind = o.kind
          and n.period_from > o.period_from and n.status = 'fulfilled'))`.execute(tx);
};
