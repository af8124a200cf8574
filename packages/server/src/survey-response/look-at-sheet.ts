import type { AnswerSheet } from "@mainstay/contract/survey-response";
import { sql } from "kysely";
import type { PublicContext } from "../platform/access/context.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { newestNotice, noticePath } from "../privacy-notice/notice-queries.ts";
import { readLinkToken } from "../public-link/find-public-link.ts";
import { listAnswers } from "./answer-rows.ts";
import { getSheet, type Sheet } from "./sheet-queries.ts";

/** The questions behind a survey link; the first look is noted with the asking. */
export const lookAtSheet = (
  database: Database,
  context: PublicContext,
  token: string,
): Promise<AnswerSheet> => {
  const { tenantId, secret } = readLinkToken(token);
  return withTenant(database, systemScope(tenantId), async (tx) => {
    const sheet = await getSheet(tx, tenantId, secret, context.now);
    await noteOpened(tx, tenantId, sheet, context.now);
    const notice = await newestNotice(tx, tenantId);
    const { response, invitation } = sheet;
    return {
      state: stateOf(sheet),
      handlerName: notice?.content.handlerName ?? sheet.workspaceName,
      locale: sheet.locale,
      title: sheet.title,
      introduction: sheet.introduction,
      thanks: sheet.thanks,
      isAnonymous: sheet.isAnonymous,
      isWalkIn: invitation === null,
      isDeclined: invitation?.status === "declined",
      closesOn: sheet.closesOn,
      questions: sheet.questions.map(({ id, kind, words, options, rows, isRequired }) => ({
        id,
        kind,
        words,
        options: [...options],
        rows: [...rows],
        isRequired,
      })),
      answers: (response ? await listAnswers(tx, tenantId, response.id) : []).map((answer) => ({
        ...answer,
        choices: [...answer.choices],
      })),
      noticePath: notice ? noticePath(notice.public_key) : null,
    };
  });
};

const stateOf = ({ isAnonymous, invitation, response }: Sheet): AnswerSheet["state"] => {
  if (isAnonymous) return invitation?.status === "answered" ? "final" : "open";
  return response?.isComplete ? "answered" : "open";
};

const noteOpened = async (tx: Tx, tenantId: string, sheet: Sheet, now: Date): Promise<void> => {
  const { invitation } = sheet;
  if (invitation === null || (invitation.status !== "sent" && invitation.status !== "planned"))
    return;
  await sql`update survey_invitation set status = 'opened', opened_at = coalesce(opened_at, ${now})
    where tenant_id = ${tenantId}::uuid and id = ${invitation.id}::uuid and status in ('planned', 'sent')`.execute(
    tx,
  );
};
