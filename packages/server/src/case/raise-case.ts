import { climb, type EscalationReason, escalationSteps } from "@mainstay/domain/case/escalation";
import type { CaseClockName } from "@mainstay/domain/case/case-clock";
import { notify } from "../notification/notify.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { peopleOfAccount } from "./case-worker.ts";
import type { CaseRecord } from "./lock-case.ts";
import type { CaseAuthor } from "./open-case.ts";
import { recordCaseEvent } from "./record-case-event.ts";

export interface Raising {
  readonly because: EscalationReason;
  /** The clock it is about; none by hand. */
  readonly clock?: CaseClockName;
  /** Why, in the words of whoever asked for it. */
  readonly words?: string;
}

/**
 * 升级 Takes a locked case one rung up the ladder and tells whoever stands there; rungs that are empty, complained about or the
 * asker's own are skipped, so that it only ever rises. False when nobody is left above; the ladder then counts as climbed.
 */
export const raiseCase = async (
  tx: Tx,
  author: CaseAuthor,
  record: CaseRecord,
  { because, clock, words = "" }: Raising,
): Promise<boolean> => {
  const { tenantId, actor, now } = author;
  const { id: caseId, account_id: accountId } = record;
  const people = await peopleOfAccount(tx, tenantId, accountId);
  const rungs = {
    manager: [people.managerUserId ?? people.backupUserId].filter((id) => id !== null),
    director: people.directorIds,
    sponsor: [people.sponsorUserId].filter((id) => id !== null),
  };
  const excluded = [...record.complained_user_ids, ...(actor ? [actor.userId] : [])];
  const reached = climb(rungs, record.escalation_level + 1, excluded);
  if (!reached && actor) return false;
  const level = reached?.level ?? escalationSteps.length;
  await tx
    .updateTable("service_case")
    .set({ escalation_level: level, escalated_at: now })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", caseId)
    .execute();
  const detail = { step: reached?.step ?? null, because, clock: clock ?? null };
  await recordCaseEvent(tx, {
    tenantId,
    caseId,
    kind: "escalated",
    at: now,
    byUserId: actor?.userId ?? null,
    words,
    detail: { ...detail, userIds: reached?.userIds ?? [] },
  });
  await recordAudit(
    tx,
    author,
    "case.escalated",
    { kind: "case", id: caseId },
    { accountId, ...detail },
  );
  if (!reached) return false;
  await notify(tx, tenantId, {
    userIds: reached.userIds,
    kind: "case_escalated",
    subjectKind: "case",
    subjectId: caseId,
    accountId,
    reason: {
      params: { caseKind: record.kind, level: record.level, step: reached.step, because },
    },
    dedupeKey: `case_escalated:${caseId}:${record.reopened}:${level}`,
  });
  return true;
};
