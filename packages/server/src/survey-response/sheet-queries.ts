import type { FrozenQuestion } from "@mainstay/domain/survey/frozen-question";
import { questionsFor } from "@mainstay/domain/survey/frozen-question";
import type { BilingualWords } from "@mainstay/domain/survey/frozen-question";
import type { InvitationStatus } from "@mainstay/domain/survey/survey-kind";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Locale } from "@mainstay/phrases/locale";
import { sql } from "kysely";
import { calendarDayIn } from "../platform/clock/clock.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getPublicLink } from "../public-link/find-public-link.ts";

/** The sheet behind a link: what is asked of whom, and what became of it. */
export interface Sheet {
  readonly linkId: string;
  readonly surveyId: string;
  readonly roundId: string;
  readonly openedOn: string;
  readonly closesOn: string;
  readonly isAnonymous: boolean;
  /** Null behind a link for everybody. */
  readonly invitation: {
    readonly id: string;
    readonly status: InvitationStatus;
    readonly accountId: string;
    readonly personId: string | null;
    readonly caseId: string | null;
  } | null;
  readonly segment: string | null;
  readonly questions: readonly FrozenQuestion[];
  /** What was answered with a name so far. */
  readonly response: {
    readonly id: string;
    readonly version: number;
    readonly isComplete: boolean;
  } | null;
  readonly workspaceName: string;
  readonly locale: Locale;
  readonly title: BilingualWords;
  readonly introduction: BilingualWords;
  readonly thanks: BilingualWords;
  /** The workspace's calendar day. */
  readonly today: string;
}

interface SheetRow {
  survey_id: string;
  round_id: string;
  opened_on: string;
  closes_on: string;
  closed_at: Date | null;
  is_anonymous: boolean;
  questions: FrozenQuestion[];
  title: BilingualWords;
  introduction: BilingualWords;
  thanks: BilingualWords;
  workspace: string;
  locale: Locale;
  time_zone: string;
  invitation_id: string | null;
  status: InvitationStatus | null;
  account_id: string | null;
  person_id: string | null;
  case_id: string | null;
  segment: string | null;
  response_id: string | null;
  response_version: number | null;
  is_complete: boolean | null;
}

/**
 * The sheet behind a survey link. Refuses links that are no longer good, askings that were taken back, and rounds that
 * are over (`survey_response.closed`). With `lock` two acts of one person come one after the other.
 */
export const getSheet = async (
  db: Db,
  tenantId: TenantId,
  secret: string,
  now: Date,
  { lock } = { lock: false },
): Promise<Sheet> => {
  const link = await getPublicLink(db, tenantId, secret, ["survey_answer", "survey_walk_in"], now);
  const isInvited = link.purpose === "survey_answer";
  if (lock && isInvited)
    await sql`select 1 from survey_invitation
      where tenant_id = ${tenantId}::uuid and id = ${link.subjectId}::uuid for update`.execute(db);
  const { rows } = await (isInvited ? invitedSheet : walkInSheet)(tenantId, link.subjectId).execute(
    db,
  );
  const row = rows[0];
  if (!row || row.status === "dropped") throw new AppError("public_link.invalid");
  const today = calendarDayIn(row.time_zone, now);
  if (row.closed_at !== null || row.closes_on < today)
    throw new AppError("survey_response.closed", { on: row.closes_on });
  return { linkId: link.id, ...sheetOf(row), today };
};

const shared = sql`r.survey_id, r.id as round_id, r.opened_on, r.closes_on, r.closed_at, r.is_anonymous, r.questions,
  s.title, s.introduction, s.thanks, w.name as workspace, w.locale, w.time_zone`;

const invitedSheet = (tenantId: string, invitationId: string | null) => sql<SheetRow>`
  select ${shared}, i.id as invitation_id, i.status, i.account_id, i.person_id, i.case_id, st.segment,
    a.id as response_id, a.version as response_version, a.is_complete
  from survey_invitation i
  join survey_round r on r.tenant_id = i.tenant_id and r.id = i.round_id
  join survey s on s.tenant_id = r.tenant_id and s.id = r.survey_id
  join tenant w on w.id = i.tenant_id
  left join account_standing st on st.tenant_id = i.tenant_id and st.account_id = i.account_id
  left join survey_response a on a.tenant_id = i.tenant_id and a.invitation_id = i.id
  where i.tenant_id = ${tenantId}::uuid and i.id = ${invitationId}::uuid`;

const walkInSheet = (tenantId: string, roundId: string | null) => sql<SheetRow>`
  select ${shared}, null::uuid as invitation_id, null::text as status, null::uuid as account_id, null::uuid as person_id,
    null::uuid as case_id, null::text as segment, null::uuid as response_id, null::int as response_version,
    null::boolean as is_complete
  from survey_round r
  join survey s on s.tenant_id = r.tenant_id and s.id = r.survey_id
  join tenant w on w.id = r.tenant_id
  where r.tenant_id = ${tenantId}::uuid and r.id = ${roundId}::uuid`;

const sheetOf = (row: SheetRow): Omit<Sheet, "linkId" | "today"> => ({
  surveyId: row.survey_id,
  roundId: row.round_id,
  openedOn: row.opened_on,
  closesOn: row.closes_on,
  isAnonymous: row.is_anonymous,
  invitation:
    row.invitation_id === null || row.status === null || row.account_id === null
      ? null
      : {
          id: row.invitation_id,
          status: row.status,
          accountId: row.account_id,
          personId: row.person_id,
          caseId: row.case_id,
        },
  segment: row.segment,
  questions: questionsFor(row.questions, row.segment),
  response:
    row.response_id === null
      ? null
      : {
          id: row.response_id,
          version: row.response_version ?? 1,
          isComplete: row.is_complete ?? false,
        },
  workspaceName: row.workspace,
  locale: row.locale,
  title: row.title,
  introduction: row.introduction,
  thanks: row.thanks,
});
