import { reckonCaseDues } from "@mainstay/domain/case/case-clocks";
import type { CaseChannel, CaseKind, CaseLevel, CaseSource } from "@mainstay/domain/case/case-kind";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { notify } from "../notification/notify.ts";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { workspaceToday } from "../platform/clock/workspace-today.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { businessCalendarOf } from "./business-calendar-of.ts";
import { chooseFirstResponder } from "./case-worker.ts";
import { findClockSetting } from "./clock-setting-queries.ts";
import { promiseToAccount } from "./promise-to-account.ts";
import { recordCaseEvent } from "./record-case-event.ts";
import { nextCaseNumber } from "./next-case-number.ts";
import { dueColumns, settleClocks } from "./settle-clocks.ts";

/** On whose behalf a case begins or changes, and when; the customer and the product have no actor. */
export interface CaseAuthor extends AuditAuthor {
  readonly now: Date;
}

export interface CaseWanted {
  readonly accountId: string;
  readonly kind: CaseKind;
  readonly level: CaseLevel;
  readonly title: string;
  readonly description: string;
  readonly channel: CaseChannel;
  readonly personId?: string | null;
  readonly projectId?: string | null;
  readonly productId?: string | null;
  readonly departmentId?: string | null;
  readonly complainedUserIds?: readonly string[];
  /** Who took it in person; without one the rule picks (`domain/case/first-responder.ts`). */
  readonly firstResponderId?: string | null;
  readonly sourceKind?: CaseSource;
  readonly sourceId?: string;
}

/**
 * 受理申告 Opens a case in the transaction of what brought it (a call, a mail, the public page, an answer): its first responder
 * is fixed for good, its clocks run from now by the policy and setting in force, the first responder is told. Expects checked
 * references; `case.no_responder` when nobody is left to answer for it.
 */
export const openCase = async (
  tx: Tx,
  author: CaseAuthor,
  wanted: CaseWanted,
): Promise<{ caseId: string; number: number }> => {
  const { tenantId, now } = author;
  const { accountId, kind, level, channel } = wanted;
  const complained = [...new Set(wanted.complainedUserIds ?? [])];
  const firstResponderId =
    wanted.firstResponderId ?? (await chooseFirstResponder(tx, tenantId, accountId, complained));
  const { setting, version: settingVersion } = await findClockSetting(tx, tenantId);
  const calendar = await businessCalendarOf(tx, tenantId, now, setting);
  const promise = await promiseToAccount(
    tx,
    tenantId,
    accountId,
    await workspaceToday(tx, tenantId, now),
  );
  const dues = reckonCaseDues({ level, from: now, promise, pauses: [], setting, calendar });
  const caseId = newId();
  const number = await nextCaseNumber(tx, tenantId);
  await tx
    .insertInto("service_case")
    .values({
      tenant_id: tenantId,
      id: caseId,
      number,
      account_id: accountId,
      kind,
      level,
      title: wanted.title,
      description: wanted.description,
      channel,
      person_id: wanted.personId ?? null,
      project_id: wanted.projectId ?? null,
      product_id: wanted.productId ?? null,
      department_id: wanted.departmentId ?? null,
      first_responder_id: firstResponderId,
      handler_user_id: complained.includes(firstResponderId) ? null : firstResponderId,
      complained_user_ids: complained,
      source_kind: wanted.sourceKind ?? null,
      source_id: wanted.sourceId ?? null,
      green_channel: promise.greenChannel !== null,
      policy_version: promise.policyVersion,
      clock_setting_version: settingVersion,
      owed: JSON.stringify(promise),
      opened_by: author.actor?.userId ?? null,
      opened_at: now,
      clock_from_at: now,
      ...dueColumns(dues),
    })
    .execute();
  await recordCaseEvent(tx, {
    tenantId,
    caseId,
    kind: "opened",
    at: now,
    byUserId: author.actor?.userId ?? null,
    byPersonId: author.actor ? null : (wanted.personId ?? null),
    isPublic: true,
    detail: { channel, level, firstResponderId },
  });
  await settleClocks(tx, tenantId, caseId, { dues: false });
  await recordAudit(
    tx,
    author,
    "case.opened",
    { kind: "case", id: caseId },
    { accountId, caseNumber: number, kind, level, channel, firstResponderId },
  );
  await notify(tx, tenantId, {
    userIds: [firstResponderId],
    kind: "case_assigned",
    subjectKind: "case",
    subjectId: caseId,
    accountId,
    reason: { params: { caseKind: kind, level, dueAt: dues.reply.dueAt.toISOString() } },
    dedupeKey: `case_assigned:${caseId}:${firstResponderId}`,
  });
  await enqueueCycleRound(tx, tenantId, accountId);
  return { caseId, number };
};
