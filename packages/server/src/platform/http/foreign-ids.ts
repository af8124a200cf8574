import { randomUUID } from "node:crypto";

const names = [
  "accountId",
  "personId",
  "positionId",
  "otherPersonId",
  "tieId",
  "productId",
  "orderId",
  "invoiceId",
  "importId",
  "runId",
  "moveId",
  "signalId",
  "rescueId",
  "offerId",
  "taskId",
  "adjustmentId",
  "entryId",
  "obligationId",
  "projectId",
  "mergeId",
  "pairLevelId",
  "pauseId",
  "viewId",
  "tokenId",
  "sessionId",
  "departmentId",
  "passkeyId",
  "providerId",
  "factId",
  "textId",
  "consentId",
  "requestId",
  "assessmentId",
  "incidentId",
  "evidenceFileId",
  "surveyId",
  "roundId",
  "questionId",
  "responseId",
  "loopId",
  "needId",
  "surveyId",
  "roundId",
  "invitationId",
  "promiseId",
  "approvalId",
  "absenceId",
  "memberId",
  "membershipId",
  "handoverId",
  "notificationId",
  "robotId",
  "messageId",
  "changeId",
  "paperFileId",
  "caseId",
  "attachmentId",
  "costId",
  "caseLinkId",
  "hookId",
  "fileId",
  "linkId",
  "clientRef",
] as const;

/** One id of every kind, by the name that a path parameter or field gives it. */
export type ForeignIds = Readonly<
  Record<(typeof names)[number] | "userId" | "adminUserId", string>
>;

/** A table and a row of it, without its workspace. */
export type ForeignRow = readonly [string, Readonly<Record<string, unknown>>];

/** For tests: new ids beside the two users who own the records. */
export const newForeignIds = (userId: string, adminUserId: string): ForeignIds => ({
  ...(Object.fromEntries(names.map((name) => [name, randomUUID()])) as ForeignIds),
  userId,
  adminUserId,
});
