import type { CaseRow } from "@mainstay/contract/case";
import { nextDue } from "@mainstay/domain/case/case-clocks";
import { sql } from "kysely";
import { named } from "../platform/http/named.ts";
import { isAboutReader } from "./who-answers.ts";

/** What a row of a list is made of; read of `service_case c` joined to its account `a`. */
export interface CaseRowRecord {
  id: string;
  number: number;
  account_id: string;
  account_name: string;
  kind: CaseRow["kind"];
  level: CaseRow["level"];
  title: string;
  channel: CaseRow["channel"];
  status: CaseRow["status"];
  person_id: string | null;
  person_name: string | null;
  department_id: string | null;
  department_name: string | null;
  first_responder_id: string;
  first_responder_name: string;
  handler_user_id: string | null;
  handler_name: string | null;
  green_channel: boolean;
  opened_at: Date;
  reply_due_at: Date;
  feedback_due_at: Date | null;
  solve_due_at: Date;
  replied_at: Date | null;
  feedback_at: Date | null;
  solved_at: Date | null;
  closed_at: Date | null;
  escalation_level: number;
  score: number | null;
  first_score: number | null;
  reopened: number;
  version: number;
}

const userName = (column: string) =>
  sql`(select name from app_user u where u.tenant_id = c.tenant_id and u.id = ${sql.ref(`c.${column}`)})`;

export const caseRowColumns = sql`c.id, c.number, c.account_id, a.name as account_name, c.kind, c.level, c.title, c.channel,
  c.status, case when ${isAboutReader} then null else c.person_id end as person_id,
  case when ${isAboutReader} then null else
    (select name from person p where p.tenant_id = c.tenant_id and p.id = c.person_id) end as person_name,
  c.department_id, (select name from department d where d.tenant_id = c.tenant_id and d.id = c.department_id) as department_name,
  c.first_responder_id, ${userName("first_responder_id")} as first_responder_name,
  c.handler_user_id, ${userName("handler_user_id")} as handler_name, c.green_channel, c.opened_at,
  c.reply_due_at, c.feedback_due_at, c.solve_due_at, c.replied_at, c.feedback_at, c.solved_at, c.closed_at,
  c.escalation_level, c.score, c.first_score, c.reopened, c.version`;

/** The clocks of a row as the rules read them. */
export const clockFactsOfRow = (record: CaseRowRecord) => ({
  status: record.status,
  replyDueAt: record.reply_due_at,
  feedbackDueAt: record.feedback_due_at,
  solveDueAt: record.solve_due_at,
  repliedAt: record.replied_at,
  feedbackAt: record.feedback_at,
  solvedAt: record.solved_at,
});

export const toCaseRow = (record: CaseRowRecord, now: Date): CaseRow => {
  const next = nextDue(clockFactsOfRow(record), now);
  return {
    id: record.id,
    number: record.number,
    account: { id: record.account_id, name: record.account_name },
    kind: record.kind,
    level: record.level,
    title: record.title,
    channel: record.channel,
    status: record.status,
    person: named(record.person_id, record.person_name),
    department: named(record.department_id, record.department_name),
    firstResponder: { id: record.first_responder_id, name: record.first_responder_name },
    handler: named(record.handler_user_id, record.handler_name),
    isGreenChannel: record.green_channel,
    openedAt: record.opened_at.toISOString(),
    nextDue: next && {
      clock: next.clock,
      dueAt: next.dueAt.toISOString(),
      state: next.state,
    },
    isOverdue: next?.state === "overdue",
    escalationLevel: record.escalation_level,
    solvedAt: record.solved_at?.toISOString() ?? null,
    closedAt: record.closed_at?.toISOString() ?? null,
    score: record.score,
    firstScore: record.first_score,
    reopened: record.reopened,
    version: record.version,
  };
};
