import type { PromiseRow, PromiseView } from "@mainstay/contract/promise";
import type { Actor } from "@mainstay/domain/access/actor";
import { dayNumberFromIso, type IsoDay } from "@mainstay/domain/calendar/day-number";
import { promiseAbilities } from "@mainstay/domain/promise/promise-policy";
import type {
  PromiseSource,
  PromiseStatus,
  PromiseStepKind,
} from "@mainstay/domain/promise/promise-status";
import { type RawBuilder, sql } from "kysely";
import { teamOf } from "../account/account-view.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";

interface PromiseRecord {
  id: string;
  account_id: string;
  account_name: string;
  manager_user_id: string | null;
  backup_user_id: string | null;
  sponsor_user_id: string | null;
  expert_user_ids: string[];
  title: string;
  person_id: string | null;
  person_name: string | null;
  department_id: string;
  department_name: string;
  giver_user_id: string | null;
  giver_name: string | null;
  made_on: IsoDay;
  due_on: IsoDay;
  first_due_on: IsoDay;
  status: PromiseStatus;
  done_on: IsoDay | null;
  evidence: string;
  reworks: number;
  because: string | null;
  source_kind: PromiseSource | null;
  source_id: string | null;
  version: number;
}

/** Days past its day: of an open one today, of a kept one when it was done. */
const daysLateOf = ({ status, due_on, done_on }: PromiseRecord, today: IsoDay): number => {
  const ended = status === "open" ? today : done_on;
  if (ended === null) return 0;
  return Math.max(0, (dayNumberFromIso(ended) ?? 0) - (dayNumberFromIso(due_on) ?? 0));
};

export const toPromiseRow = (record: PromiseRecord, today: IsoDay): PromiseRow => ({
  id: record.id,
  account: { id: record.account_id, name: record.account_name },
  title: record.title,
  person: named(record.person_id, record.person_name),
  department: { id: record.department_id, name: record.department_name },
  giver: named(record.giver_user_id, record.giver_name),
  madeOn: record.made_on,
  dueOn: record.due_on,
  firstDueOn: record.first_due_on,
  status: record.status,
  doneOn: record.done_on,
  daysLate: daysLateOf(record, today),
  reworks: record.reworks,
  version: record.version,
});

/** Promises that meet a condition on `promise m`, in the order given. */
export const findPromises = async (
  db: Db,
  tenantId: string,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<PromiseRecord[]> => {
  const { rows } = await sql<PromiseRecord>`
    select m.id, m.account_id, a.name as account_name, a.manager_user_id, a.backup_user_id, a.sponsor_user_id, a.expert_user_ids,
      m.title, m.person_id, p.name as person_name, m.department_id, d.name as department_name, m.giver_user_id,
      g.name as giver_name, m.made_on, m.due_on, m.first_due_on, m.status, m.done_on, m.evidence, m.reworks, m.because,
      m.source_kind, m.source_id, m.version
    from promise m join account a on a.tenant_id = m.tenant_id and a.id = m.account_id
    join department d on d.tenant_id = m.tenant_id and d.id = m.department_id
    left join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
    left join app_user g on g.tenant_id = m.tenant_id and g.id = m.giver_user_id
    where m.tenant_id = ${tenantId}::uuid and ${condition} order by ${order} limit ${sql.lit(limit)}`.execute(
    db,
  );
  return rows;
};

const findSteps = async (
  db: Db,
  tenantId: string,
  promiseId: string,
): Promise<PromiseView["steps"]> => {
  const { rows } = await sql<{
    id: string;
    kind: PromiseStepKind;
    on_day: IsoDay;
    from_due_on: IsoDay | null;
    to_due_on: IsoDay | null;
    person_id: string | null;
    person_name: string | null;
    words: string;
    made_by: string | null;
    maker_name: string | null;
  }>`
    select t.id, t.kind, t.on_day, t.from_due_on, t.to_due_on, t.person_id, p.name as person_name, t.words, t.made_by,
      u.name as maker_name
    from promise_step t left join person p on p.tenant_id = t.tenant_id and p.id = t.person_id
    left join app_user u on u.tenant_id = t.tenant_id and u.id = t.made_by
    where t.tenant_id = ${tenantId}::uuid and t.promise_id = ${promiseId}::uuid order by t.made_at, t.id`.execute(
    db,
  );
  return rows.map((step) => ({
    id: step.id,
    kind: step.kind,
    onDay: step.on_day,
    fromDueOn: step.from_due_on,
    toDueOn: step.to_due_on,
    person: named(step.person_id, step.person_name),
    words: step.words,
    madeBy: named(step.made_by, step.maker_name),
  }));
};

/** One promise with its history; `promise.not_found` when it is not there for this actor. */
export const getPromiseView = async (
  db: Db,
  { actor, tenantId, today }: { actor: Actor; tenantId: string; today: IsoDay },
  promiseId: string,
): Promise<PromiseView> => {
  const [record] = await findPromises(db, tenantId, sql`m.id = ${promiseId}::uuid`, sql`m.id`, 1);
  if (!record) throw new AppError("promise.not_found");
  return {
    ...toPromiseRow(record, today),
    evidence: record.evidence,
    because: record.because,
    source:
      record.source_kind && record.source_id
        ? { kind: record.source_kind, id: record.source_id }
        : null,
    steps: await findSteps(db, tenantId, promiseId),
    can: promiseAbilities(actor, teamOf(record), record.status),
  };
};
