import type { CaseView } from "@mainstay/contract/case";
import type { CasePause, CaseTransfer } from "@mainstay/contract/case-history";
import type { Actor } from "@mainstay/domain/access/actor";
import type { CaseClockName } from "@mainstay/domain/case/case-clock";
import { clockStands, timeLeft } from "@mainstay/domain/case/case-clocks";
import { type CaseFacts, caseAbilities } from "@mainstay/domain/case/case-policy";
import { sql } from "kysely";
import { teamOf } from "../account/account-view.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";
import { type CaseRowRecord, caseRowColumns, clockFactsOfRow, toCaseRow } from "./case-row.ts";
import { listCaseEvents } from "./case-timeline.ts";
import type { ClockLines } from "./lock-case.ts";
import { type ClockWorld, clockWorldOf } from "./settle-clocks.ts";
import { standIn } from "./who-answers.ts";

/** Who reads a case, and when. */
export interface CaseReader {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly now: Date;
}

type Named = { id: string; name: string };
type Linked = { id: string; number: number; title: string };

interface CaseViewRecord extends CaseRowRecord {
  description: string;
  project_id: string | null;
  project_name: string | null;
  product_id: string | null;
  product_name: string | null;
  cause: CaseView["cause"];
  solution: string | null;
  closed_by: CaseView["closedBy"];
  opened_by: string | null;
  opened_by_name: string | null;
  source_kind: NonNullable<CaseView["source"]>["kind"] | null;
  source_id: string | null;
  complained_user_ids: string[];
  complained: Named[];
  answering: Named | null;
  policy_version: number;
  clock_setting_version: number;
  clock_lines: ClockLines;
  escalated_at: Date | null;
  manager_user_id: string | null;
  backup_user_id: string | null;
  sponsor_user_id: string | null;
  expert_user_ids: string[];
  manager_name: string | null;
  backup_name: string | null;
  sponsor_name: string | null;
  transfer: CaseTransfer | null;
  pauses: CasePause[];
  duplicate_of: Linked | null;
  duplicates: Linked[];
}

const userOf = (table: string, column: string) =>
  sql`(select jsonb_build_object('id', u.id, 'name', u.name) from app_user u
    where u.tenant_id = c.tenant_id and u.id = ${sql.ref(`${table}.${column}`)})`;
const accountUser = (column: string) =>
  sql`(select name from app_user u where u.tenant_id = a.tenant_id and u.id = ${sql.ref(`a.${column}`)})`;
const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const linked = (alias: string) =>
  sql`jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'number', ${sql.ref(`${alias}.number`)}, 'title', ${sql.ref(`${alias}.title`)})`;

const columns = sql`${caseRowColumns}, c.description, c.cause, c.solution, c.closed_by, c.opened_by, c.source_kind, c.source_id,
  c.project_id, (select name from project p where p.tenant_id = c.tenant_id and p.id = c.project_id) as project_name,
  c.product_id, (select name from product p where p.tenant_id = c.tenant_id and p.id = c.product_id) as product_name,
  (select name from app_user u where u.tenant_id = c.tenant_id and u.id = c.opened_by) as opened_by_name,
  c.complained_user_ids, coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name, u.id)
    from app_user u where u.tenant_id = c.tenant_id and u.id = any(c.complained_user_ids)), '[]') as complained,
  ${standIn} as answering, c.policy_version, c.clock_setting_version, c.clock_lines, c.escalated_at,
  a.manager_user_id, a.backup_user_id, a.sponsor_user_id, a.expert_user_ids,
  ${accountUser("manager_user_id")} as manager_name, ${accountUser("backup_user_id")} as backup_name,
  ${accountUser("sponsor_user_id")} as sponsor_name,
  (select jsonb_build_object('id', t.id, 'from', ${userOf("t", "from_user_id")}, 'to', ${userOf("t", "to_user_id")},
      'offeredBy', ${userOf("t", "offered_by")}, 'offeredAt', ${instant("t.offered_at")}, 'reason', t.reason)
    from case_transfer t where t.tenant_id = c.tenant_id and t.case_id = c.id and t.status = 'open') as transfer,
  coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'pausedAt', ${instant("s.paused_at")}, 'until', ${instant("s.until_at")},
      'endedAt', ${instant("s.ended_at")}, 'reason', s.reason, 'agreedByName', s.agreed_by_name, 'agreedVia', s.agreed_via,
      'agreedAt', ${instant("s.agreed_at")}, 'pausedBy', ${userOf("s", "paused_by")},
      'agreedBy', (select jsonb_build_object('id', p.id, 'name', p.name) from person p
        where p.tenant_id = c.tenant_id and p.id = s.agreed_by_person_id)) order by s.paused_at desc)
    from case_pause s where s.tenant_id = c.tenant_id and s.case_id = c.id), '[]') as pauses,
  (select ${linked("o")} from service_case o where o.tenant_id = c.tenant_id and o.id = c.duplicate_of_id) as duplicate_of,
  coalesce((select jsonb_agg(${linked("o")} order by o.number) from service_case o
    where o.tenant_id = c.tenant_id and o.account_id = c.account_id and o.duplicate_of_id = c.id), '[]') as duplicates`;

const factsOf = (record: CaseViewRecord): CaseFacts => ({
  status: record.status,
  firstResponderId: record.first_responder_id,
  handlerUserId: record.handler_user_id,
  complainedUserIds: record.complained_user_ids,
  needsFeedback: record.feedback_due_at !== null && record.feedback_at === null,
  escalationLevel: record.escalation_level,
  transfer: record.transfer && {
    toUserId: record.transfer.to.id,
    offeredBy: record.transfer.offeredBy?.id ?? null,
  },
  team: teamOf(record),
});

/** Those it complains about learn that they are, not who else. */
const complainedFor = (actor: Actor, complained: readonly Named[]): Named[] =>
  complained.some(({ id }) => id === actor.userId)
    ? complained.filter(({ id }) => id === actor.userId)
    : [...complained];

const clocksOf = (record: CaseViewRecord, { calendar }: ClockWorld, now: Date) =>
  clockStands(clockFactsOfRow(record), now).map(({ clock, dueAt, doneAt, state }) => {
    const { line, mode } = record.clock_lines[clock as CaseClockName] ?? {
      line: "level" as const,
      mode: "always" as const,
    };
    const runs = state === "running" || state === "paused" || state === "overdue";
    return {
      clock,
      dueAt: dueAt.toISOString(),
      doneAt: doneAt?.toISOString() ?? null,
      state,
      line,
      mode,
      leftMinutes: runs ? Math.trunc(timeLeft(calendar, mode, dueAt, now) / 60_000) : null,
    };
  });

const eventsAtFirst = 50;

/** One case whole, in one wide read and its newest events; `case.not_found` when it is not there for this reader. */
export const getCaseView = async (
  db: Db,
  reader: CaseReader,
  caseId: string,
): Promise<CaseView> => {
  const { tenantId, actor, now } = reader;
  const { rows } = await sql<CaseViewRecord>`
    select ${columns} from service_case c join account a on a.tenant_id = c.tenant_id and a.id = c.account_id
    where c.tenant_id = ${tenantId}::uuid and c.id = ${caseId}::uuid`.execute(db);
  const record = rows[0];
  if (!record) throw new AppError("case.not_found");
  const world = await clockWorldOf(db, tenantId, record.clock_setting_version, now);
  const isAboutMe = record.complained_user_ids.includes(actor.userId);
  const view: CaseView = {
    ...toCaseRow(record, now),
    description: record.description,
    project: named(record.project_id, record.project_name),
    product: named(record.product_id, record.product_name),
    cause: record.cause,
    solution: record.solution,
    closedBy: record.closed_by,
    openedBy: named(record.opened_by, record.opened_by_name),
    source:
      record.source_kind !== null && record.source_id !== null
        ? { kind: record.source_kind, id: record.source_id }
        : null,
    complained: complainedFor(actor, record.complained),
    policyVersion: record.policy_version,
    clocks: clocksOf(record, world, now),
    escalatedAt: record.escalated_at?.toISOString() ?? null,
    team: {
      manager: named(record.manager_user_id, record.manager_name),
      backup: named(record.backup_user_id, record.backup_name),
      sponsor: named(record.sponsor_user_id, record.sponsor_name),
    },
    transfer: record.transfer,
    pauses: record.pauses,
    duplicateOf: record.duplicate_of,
    duplicates: record.duplicates,
    timeline: isAboutMe
      ? { items: [], nextCursor: null }
      : await listCaseEvents(db, tenantId, caseId, { limit: eventsAtFirst }),
    isAboutMe,
    answersInPlace: record.answering,
    can: caseAbilities(actor, factsOf(record)),
  };
  return isAboutMe ? { ...view, ...untold } : view;
};

/** What somebody it complains about is not told: who complained, and what is said and done inside. */
const untold = {
  person: null,
  description: "",
  openedBy: null,
  source: null,
  solution: null,
  transfer: null,
  pauses: [],
} satisfies Partial<CaseView>;
