import type { NeedRow, NeedView } from "@mainstay/contract/need";
import type { Actor } from "@mainstay/domain/access/actor";
import { dayNumberFromIso, type IsoDay } from "@mainstay/domain/calendar/day-number";
import { needFit } from "@mainstay/domain/need/need-fit";
import type {
  NeedLevel,
  NeedOrigin,
  NeedSource,
  NeedState,
  NeedVisibility,
} from "@mainstay/domain/need/need-kind";
import { isStale } from "@mainstay/domain/need/need-path";
import { needAbilities } from "@mainstay/domain/need/need-policy";
import { type RawBuilder, sql } from "kysely";
import { teamOf } from "../account/account-view.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";

export interface NeedRecord {
  id: string;
  account_id: string;
  account_name: string;
  manager_user_id: string | null;
  backup_user_id: string | null;
  sponsor_user_id: string | null;
  expert_user_ids: string[];
  title: string;
  description: string;
  level: NeedLevel;
  visibility: NeedVisibility;
  became_explicit_on: IsoDay | null;
  state: NeedState;
  state_since: IsoDay;
  source: NeedSource;
  source_kind: NeedOrigin | null;
  source_id: string | null;
  person_id: string | null;
  person_name: string | null;
  owner_user_id: string | null;
  owner_name: string | null;
  department_id: string | null;
  department_name: string | null;
  project_id: string | null;
  project_name: string | null;
  customer_value_minor: number | null;
  profit_minor: number | null;
  cost_minor: number | null;
  capability: number | null;
  revenue_12m_minor: number | null;
  declined_because: string | null;
  declined_told_on: IsoDay | null;
  noted_on: IsoDay;
  sort_key: string;
  version: number;
}

const daysBetween = (from: IsoDay, to: IsoDay): number =>
  (dayNumberFromIso(to) ?? 0) - (dayNumberFromIso(from) ?? 0);

/** The record as lists show it, with its days and its fit. */
export const toNeedRow = (record: NeedRecord, today: IsoDay): NeedRow => {
  const daysInState = Math.max(0, daysBetween(record.state_since, today));
  return {
    id: record.id,
    account: { id: record.account_id, name: record.account_name },
    title: record.title,
    level: record.level,
    visibility: record.visibility,
    becameExplicitOn: record.became_explicit_on,
    state: record.state,
    stateSince: record.state_since,
    daysInState,
    isStale: isStale(record.state, daysInState),
    source: record.source,
    person: named(record.person_id, record.person_name),
    owner: named(record.owner_user_id, record.owner_name),
    department: named(record.department_id, record.department_name),
    customerValueMinor: record.customer_value_minor,
    profitMinor: record.profit_minor,
    costMinor: record.cost_minor,
    capability: record.capability,
    fit: needFit({
      customerValueMinor: record.customer_value_minor,
      revenue12mMinor: record.revenue_12m_minor,
      capability: record.capability,
      profitMinor: record.profit_minor,
      costMinor: record.cost_minor,
    }),
    notedOn: record.noted_on,
    version: record.version,
  };
};

/** Needs that meet a condition on `need n`, in the order given. Names of people come only where the reader sees the person. */
export const findNeeds = async (
  db: Db,
  tenantId: string,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<NeedRecord[]> => {
  const { rows } = await sql<NeedRecord>`
    select n.id, n.account_id, a.name as account_name, a.manager_user_id, a.backup_user_id, a.sponsor_user_id, a.expert_user_ids,
      n.title, n.description, n.level, n.visibility, n.became_explicit_on, n.state, n.state_since, n.source, n.source_kind,
      n.source_id, n.person_id, p.name as person_name, n.owner_user_id, o.name as owner_name, n.department_id,
      d.name as department_name, n.project_id, j.name as project_name, n.customer_value_minor, n.profit_minor, n.cost_minor,
      n.capability, s.revenue_12m_minor, n.declined_because, n.declined_told_on,
      (n.created_at at time zone w.time_zone)::date as noted_on, n.version,
      (n.created_at at time zone 'UTC')::text as sort_key
    from need n join account a on a.tenant_id = n.tenant_id and a.id = n.account_id
    join tenant w on w.id = n.tenant_id
    left join person p on p.tenant_id = n.tenant_id and p.id = n.person_id
    left join app_user o on o.tenant_id = n.tenant_id and o.id = n.owner_user_id
    left join department d on d.tenant_id = n.tenant_id and d.id = n.department_id
    left join project j on j.tenant_id = n.tenant_id and j.id = n.project_id
    left join account_standing s on s.tenant_id = n.tenant_id and s.account_id = n.account_id
    where n.tenant_id = ${tenantId}::uuid and ${condition} order by ${order} limit ${sql.lit(limit)}`.execute(
    db,
  );
  return rows;
};

const findSteps = async (db: Db, tenantId: string, needId: string): Promise<NeedView["steps"]> => {
  const { rows } = await sql<{
    id: string;
    from_state: NeedState | null;
    to_state: NeedState;
    evidence: string;
    person_id: string | null;
    person_name: string | null;
    on_day: IsoDay;
    made_by: string | null;
    maker_name: string | null;
  }>`
    select t.id, t.from_state, t.to_state, t.evidence, t.person_id, p.name as person_name, t.on_day, t.made_by, u.name as maker_name
    from need_step t left join person p on p.tenant_id = t.tenant_id and p.id = t.person_id
    left join app_user u on u.tenant_id = t.tenant_id and u.id = t.made_by
    where t.tenant_id = ${tenantId}::uuid and t.need_id = ${needId}::uuid order by t.made_at, t.id`.execute(
    db,
  );
  return rows.map((step) => ({
    id: step.id,
    from: step.from_state,
    to: step.to_state,
    evidence: step.evidence,
    person: named(step.person_id, step.person_name),
    onDay: step.on_day,
    madeBy: named(step.made_by, step.maker_name),
  }));
};

/** One need with its steps; `need.not_found` when it is not there for this actor. */
export const getNeedView = async (
  db: Db,
  { actor, tenantId, today }: { actor: Actor; tenantId: string; today: IsoDay },
  needId: string,
): Promise<NeedView> => {
  const [record] = await findNeeds(db, tenantId, sql`n.id = ${needId}::uuid`, sql`n.id`, 1);
  if (!record) throw new AppError("need.not_found");
  return {
    ...toNeedRow(record, today),
    description: record.description,
    origin:
      record.source_kind && record.source_id
        ? { kind: record.source_kind, id: record.source_id }
        : null,
    project: named(record.project_id, record.project_name),
    declinedBecause: record.declined_because,
    declinedToldOn: record.declined_told_on,
    steps: await findSteps(db, tenantId, needId),
    can: needAbilities(actor, teamOf(record), record.state),
  };
};
