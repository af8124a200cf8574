import type {
  CaseClosing,
  CallBackView,
  ConfirmationLinkView,
} from "@mainstay/contract/case-closing";
import { isPermitted } from "@mainstay/domain/access/permission";
import { seesAccount } from "@mainstay/domain/account/account-policy";
import { involvementOf, whyNotCallBack } from "@mainstay/domain/case-closing/call-back-rule";
import { type ClosingVerdict, daysWaiting } from "@mainstay/domain/case-closing/closing-rule";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { calendarDayIn } from "../platform/clock/clock.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";
import { addressOfCase } from "./ask-confirmation.ts";
import { callBackFactsOf, type ClosingRecord, findForClosing } from "./closing-record.ts";

/** How a case is being closed, as one of us sees it; `case.not_found` when the case is not in sight. */
export const getClosing = async (
  db: Db,
  context: Context,
  caseId: string,
): Promise<CaseClosing> => {
  const { tenantId, actor, now, today, workspace } = context;
  const record = await findForClosing(db, tenantId, caseId);
  if (!record) throw new AppError("case.not_found");
  const facts = callBackFactsOf(record);
  const isSolved = record.status === "solved";
  const { verdict, ...events } = await readEvents(db, tenantId, record);
  const isAboutMe = record.complained_user_ids.includes(actor.userId);
  const callBacks = isAboutMe ? [] : await listCallBacks(db, tenantId, caseId);
  const since = record.solved_at ?? now;
  const refusal = whyNotCallBack(actor, facts);
  const works = isPermitted(actor, "case.work") && seesAccount(actor, facts.team) && !isAboutMe;
  const hasAddress = (await addressOfCase(db, tenantId, caseId, today)) !== null;
  // Without mail there is only the link itself, which nobody with a part in the case may hold.
  const mayAsk = hasAddress || involvementOf(actor.userId, facts) === null;
  return {
    caseId,
    status: record.status,
    solvedAt: record.solved_at?.toISOString() ?? null,
    closedAt: record.closed_at?.toISOString() ?? null,
    closedBy: record.closed_by,
    daysWaiting:
      isSolved && record.solved_at
        ? daysWaiting(calendarDayIn(workspace.timeZone, record.solved_at), today)
        : null,
    ...events,
    reopened: record.reopened,
    firstScore: record.first_score,
    score: record.score,
    verdict: record.status === "closed" ? verdict : null,
    links: isAboutMe ? [] : await listLinks(db, tenantId, caseId, now),
    callBacks,
    failedCalls: callBacks.filter(
      ({ outcome, calledAt }) => outcome === "not_reached" && new Date(calledAt) >= since,
    ).length,
    person: isAboutMe ? null : await readPerson(db, tenantId, record.person_id),
    hasAddress,
    can: {
      ask: works && isSolved && mayAsk,
      callBack: refusal === null,
      callBackRefusal: refusal,
    },
  };
};

const readPerson = async (db: Db, tenantId: string, personId: string | null) => {
  if (personId === null) return null;
  const row = await db
    .selectFrom("person")
    .select(["id", "name"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", personId)
    .executeTakeFirst();
  return named(row?.id, row?.name);
};

interface Said {
  at: Date;
  kind: string;
  words: string;
  detail: {
    via?: string;
    verdict?: ClosingVerdict;
    isResolved?: boolean;
    score?: number | null;
    reminder?: number | null;
    reopened?: number;
  };
}

/** What the customer answered by their links, and how often they were reminded of this solution. */
const readEvents = async (db: Db, tenantId: string, record: ClosingRecord) => {
  const { rows } = await sql<Said>`
    select at, kind, words, detail from case_event where tenant_id = ${tenantId}::uuid and case_id = ${record.id}::uuid
      and kind in ('confirmed', 'dissatisfied', 'link_sent') order by at desc, id desc limit 100`.execute(
    db,
  );
  const said = rows.filter(({ kind }) => kind !== "link_sent");
  const reminders = rows.filter(
    ({ kind, detail }) =>
      kind === "link_sent" && detail.reminder != null && detail.reopened === record.reopened,
  ).length;
  return {
    reminders,
    verdict: said[0]?.detail.verdict ?? null,
    answers: said
      .filter(({ detail }) => detail.via === "customer")
      .map(({ at, words, detail }) => ({
        isResolved: detail.isResolved ?? false,
        score: detail.score ?? null,
        words,
        at: at.toISOString(),
        verdict: detail.verdict ?? "dissatisfied",
      })),
  };
};

const listLinks = async (
  db: Db,
  tenantId: string,
  caseId: string,
  now: Date,
): Promise<ConfirmationLinkView[]> => {
  const { rows } = await sql<{
    id: string;
    created_by: string | null;
    made_by: string | null;
    created_at: Date;
    expires_at: Date;
    opened_at: Date | null;
    used_at: Date | null;
    revoked_at: Date | null;
  }>`
    select l.id, l.created_by, u.name as made_by, l.created_at, l.expires_at, l.opened_at, l.used_at, l.revoked_at
    from public_link l left join app_user u on u.tenant_id = l.tenant_id and u.id = l.created_by
    where l.tenant_id = ${tenantId}::uuid and l.subject_id = ${caseId}::uuid and l.purpose = 'case_confirmation'
    order by l.created_at desc, l.id desc limit 50`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    madeBy: named(row.created_by, row.made_by),
    madeAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    openedAt: row.opened_at?.toISOString() ?? null,
    usedAt: row.used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    state: row.used_at
      ? "used"
      : row.revoked_at
        ? "revoked"
        : row.expires_at <= now
          ? "expired"
          : "waiting",
  }));
};

const listCallBacks = async (db: Db, tenantId: string, caseId: string): Promise<CallBackView[]> => {
  const { rows } = await sql<{
    id: string;
    called_by: string;
    by_name: string;
    person_id: string | null;
    person_name: string | null;
    called_at: Date;
    outcome: CallBackView["outcome"];
    is_resolved: boolean | null;
    score: number | null;
    words: string;
  }>`
    select b.id, b.called_by, u.name as by_name, b.person_id, p.name as person_name, b.called_at, b.outcome, b.is_resolved,
      b.score, b.words
    from call_back b join app_user u on u.tenant_id = b.tenant_id and u.id = b.called_by
    left join person p on p.tenant_id = b.tenant_id and p.id = b.person_id
    where b.tenant_id = ${tenantId}::uuid and b.case_id = ${caseId}::uuid
    order by b.called_at desc, b.id desc limit 100`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    by: { id: row.called_by, name: row.by_name },
    person: named(row.person_id, row.person_name),
    calledAt: row.called_at.toISOString(),
    outcome: row.outcome,
    isResolved: row.is_resolved,
    score: row.score,
    words: row.words,
  }));
};
