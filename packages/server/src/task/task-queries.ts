import type { TaskView } from "@mainstay/contract/task";
import type { Actor } from "@mainstay/domain/access/actor";
import { taskAbilities } from "@mainstay/domain/task/task-policy";
import type { BothWords } from "@mainstay/domain/playbook/playbook-step";
import { yearOf } from "@mainstay/domain/calendar/official-workdays";
import type { TaskOrigin } from "@mainstay/domain/task/task-origin";
import type { TaskStatus } from "@mainstay/domain/task/task-status";
import type { Locale } from "@mainstay/phrases/locale";
import { type RawBuilder, sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { loadYearStatus } from "../workday/different-days.ts";

/** Who reads, and in which language the words of shipped steps are told. */
export interface TaskReader {
  readonly actor: Actor;
  readonly locale: Locale;
}

interface TaskRecord {
  id: string;
  title: string;
  due_on: string | null;
  status: TaskStatus;
  owner_user_id: string | null;
  owner_name: string | null;
  account_id: string | null;
  account_name: string | null;
  signal_id: string | null;
  created_by: string | null;
  created_at: Date;
  done_at: Date | null;
  version: number;
  origin: TaskOrigin;
  origin_id: string | null;
  words: Partial<Record<"title" | "why" | "done", BothWords>> | null;
  contact_kinds: TaskView["contactKinds"];
  owner_role: string | null;
  skip_reason: string | null;
  /** Whether the playbook's own day still stands, and whether its run is over. */
  is_as_planned: boolean | null;
  is_run_over: boolean | null;
}

const select = sql`
  select k.id, k.title, k.due_on, k.status, k.owner_user_id, o.name as owner_name, k.account_id, a.name as account_name,
    k.signal_id, k.created_by, k.created_at, k.done_at, k.version, k.origin, k.origin_id, k.words, k.contact_kinds,
    k.owner_role, k.skip_reason, (r.plan ->> k.step_key)::date = k.due_on as is_as_planned, r.status = 'stopped'
      or (r.status = 'done' and (a.lifecycle_stage is distinct from r.stage or exists (select 1 from playbook_run o
        where o.tenant_id = r.tenant_id and o.account_id = r.account_id and o.status = 'running'))) as is_run_over
  from task k
  left join account a on a.tenant_id = k.tenant_id and a.id = k.account_id
  left join app_user o on o.tenant_id = k.tenant_id and o.id = k.owner_user_id
  left join playbook_run r on k.origin = 'playbook' and r.tenant_id = k.tenant_id and r.id = k.origin_id`;

/** The views of some records; asks how far years can be relied upon only where a playbook has dated one. */
const toTaskViews = async (
  db: Db,
  reader: TaskReader,
  records: readonly TaskRecord[],
): Promise<TaskView[]> => {
  const isDated = records.some(({ is_as_planned }) => is_as_planned === true);
  const statusOf = isDated ? await loadYearStatus(db, reader.actor.tenantId) : null;
  return records.map((record) => ({
    ...toTaskView(reader, record),
    provisional:
      record.is_as_planned === true &&
      record.status === "open" &&
      record.due_on !== null &&
      statusOf?.(yearOf(record.due_on)) !== "official",
  }));
};

const toTaskView = (
  { actor, locale }: TaskReader,
  record: TaskRecord,
): Omit<TaskView, "provisional"> => ({
  id: record.id,
  title: inLanguage(record.words?.title, locale) ?? record.title,
  dueOn: record.due_on,
  status: record.status,
  owner: named(record.owner_user_id, record.owner_name),
  account: named(record.account_id, record.account_name),
  signalId: record.signal_id,
  origin: record.origin,
  originId: record.origin_id,
  why: inLanguage(record.words?.why, locale),
  done: inLanguage(record.words?.done, locale),
  contactKinds: record.contact_kinds,
  ownerRole: record.owner_role,
  skipReason: record.skip_reason,
  createdAt: record.created_at.toISOString(),
  doneAt: record.done_at?.toISOString() ?? null,
  version: record.version,
  can: taskAbilities(actor, {
    ownerUserId: record.owner_user_id,
    createdBy: record.created_by,
    status: record.status,
    origin: record.origin,
    isRunOver: record.is_run_over === true,
  }),
});

const inLanguage = (words: BothWords | undefined, locale: Locale): string | null =>
  words === undefined ? null : locale === "en" ? words.en : words.zh;

export interface TaskFilter {
  ownerUserId?: string | undefined;
  accountId?: string | undefined;
  status?: TaskStatus | undefined;
}

const conditionsOf = (actor: Actor, filter: TaskFilter): RawBuilder<boolean>[] => {
  const conditions = [sql<boolean>`k.tenant_id = ${actor.tenantId}::uuid`];
  if (filter.status) conditions.push(sql<boolean>`k.status = ${filter.status}`);
  if (filter.accountId) conditions.push(sql<boolean>`k.account_id = ${filter.accountId}::uuid`);
  if (filter.ownerUserId) {
    const owner = filter.ownerUserId === "me" ? actor.userId : filter.ownerUserId;
    conditions.push(sql<boolean>`k.owner_user_id = ${owner}::uuid`);
  }
  return conditions;
};

const mark = "task.due";
const dueKey = sql`coalesce(k.due_on, '9999-12-31'::date)`;

/** One page of tasks, soonest due first. */
export const listTasks = async (
  db: Db,
  reader: TaskReader,
  filter: TaskFilter & { cursor?: string | undefined; limit: number },
): Promise<{ items: TaskView[]; nextCursor: string | null; total: number }> => {
  const conditions = conditionsOf(reader.actor, filter);
  const { rows: counted } = await sql<{ n: number }>`
    select count(*) as n from task k where ${allOf(conditions)}`.execute(db);
  const after = readCursor(filter.cursor, mark);
  if (after)
    conditions.push(sql<boolean>`(${dueKey}, k.id) > (${after.key}::date, ${after.id}::uuid)`);
  const { rows } = await sql<TaskRecord>`
    ${select} where ${allOf(conditions)} order by ${dueKey}, k.id limit ${filter.limit + 1}`.execute(
    db,
  );
  const kept = rows.slice(0, filter.limit);
  const last = kept.at(-1);
  const hasMore = rows.length > filter.limit && last !== undefined;
  return {
    items: await toTaskViews(db, reader, kept),
    nextCursor: hasMore
      ? writeCursor(mark, { key: last.due_on ?? "9999-12-31", id: last.id })
      : null,
    total: counted[0]?.n ?? 0,
  };
};

/** These tasks, in no order; those out of sight are left out. */
export const listTasksByIds = async (
  db: Db,
  reader: TaskReader,
  ids: readonly string[],
): Promise<TaskView[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<TaskRecord>`
    ${select} where k.tenant_id = ${reader.actor.tenantId}::uuid and k.id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
  return toTaskViews(db, reader, rows);
};

/** One task, or null when it is not there for this actor. */
export const findTaskView = async (
  db: Db,
  reader: TaskReader,
  taskId: string,
): Promise<TaskView | null> => {
  const { rows } = await sql<TaskRecord>`
    ${select} where k.tenant_id = ${reader.actor.tenantId}::uuid and k.id = ${taskId}::uuid`.execute(
    db,
  );
  return (await toTaskViews(db, reader, rows))[0] ?? null;
};

/** One task; `task.not_found` when it is not there for this actor. */
export const getTaskView = async (
  db: Db,
  reader: TaskReader,
  taskId: string,
): Promise<TaskView> => {
  const view = await findTaskView(db, reader, taskId);
  if (!view) throw new AppError("task.not_found");
  return view;
};

/** Takes the task's row for this transaction; `task.not_found` when it is not there for this actor. */
export const lockTask = async (tx: Tx, tenantId: string, taskId: string): Promise<void> => {
  const row = await tx
    .selectFrom("task")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", taskId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError("task.not_found");
};

export interface TaskChange {
  title?: string;
  due_on?: string | null;
  owner_user_id?: string | null;
  status?: TaskStatus;
  done_at?: Date | null;
  dropped_at?: Date | null;
  skip_reason?: string | null;
  met_by_interaction_id?: null;
}

/** Writes a change and counts the version up. */
export const changeTask = async (
  tx: Tx,
  tenantId: string,
  task: TaskView,
  change: TaskChange,
): Promise<void> => {
  await tx
    .updateTable("task")
    .set({
      ...change,
      // A title in a person's own words stands for both languages.
      ...(change.title !== undefined && { words: sql`words - 'title'` }),
      version: task.version + 1,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", task.id)
    .execute();
};
