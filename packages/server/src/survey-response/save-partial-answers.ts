import type { GivenAnswer } from "@mainstay/contract/survey-response";
import { newId } from "../platform/clock/new-id.ts";
import type { PublicContext } from "../platform/access/context.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readLinkToken } from "../public-link/find-public-link.ts";
import { saveAnswers } from "./answer-rows.ts";
import { demandFitAnswers } from "./checked-answers.ts";
import { findStanding, insertResponse } from "./response-rows.ts";
import { getSheet } from "./sheet-queries.ts";

/**
 * Keeps what somebody has answered so far: it counts nowhere until it is handed in, and is there again on another device.
 * Answers without a name are not kept before they are handed in, because a half-finished sheet would have to be tied to
 * its link (`survey_response.kept_on_device`).
 */
export const savePartialAnswers = (
  database: Database,
  context: PublicContext,
  token: string,
  answers: readonly GivenAnswer[],
): Promise<void> => {
  const { tenantId, secret } = readLinkToken(token);
  const { now } = context;
  return withTenant(database, systemScope(tenantId), async (tx) => {
    const sheet = await getSheet(tx, tenantId, secret, now, { lock: true });
    const { invitation } = sheet;
    if (invitation === null || sheet.isAnonymous)
      throw new AppError("survey_response.kept_on_device");
    if (sheet.response?.isComplete) throw new AppError("survey_response.handed_in");
    demandFitAnswers(sheet, answers);
    const id = sheet.response?.id ?? newId();
    if (!sheet.response) {
      const { accountId, personId, caseId } = invitation;
      const { role, influence } = await findStanding(tx, tenantId, accountId, personId);
      await insertResponse(tx, tenantId, {
        id,
        version: 1,
        surveyId: sheet.surveyId,
        roundId: sheet.roundId,
        invitationId: invitation.id,
        walkInLinkId: null,
        accountId,
        personId,
        caseId,
        isAnonymous: false,
        isSuspect: false,
        isComplete: false,
        segment: sheet.segment,
        buyingRole: role,
        influence,
        startedAt: now,
        answeredAt: now,
        answeredOn: sheet.today,
        locale: context.locale,
        overall: null,
        scores: [],
      });
    }
    await saveAnswers(tx, tenantId, id, sheet.questions, answers);
  });
};
