import type { CaseClockName } from "@mainstay/domain/case/case-clock";
import { clockStands } from "@mainstay/domain/case/case-clocks";
import { nextEscalation } from "@mainstay/domain/case/escalation";
import { sql } from "kysely";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { notifyAll } from "../notification/notify.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { type CaseRecord, getCaseRecord } from "./lock-case.ts";
import type { CaseAuthor } from "./open-case.ts";
import { endPause } from "./pause-case.ts";
import { raiseCase } from "./raise-case.ts";
import { recordCaseEvent } from "./record-case-event.ts";
import {
  clockFactsOf,
  clockWorldOf,
  ladderFactsOf,
  listPauses,
  settleClocks,
} from "./settle-clocks.ts";
import { whoHears } from "./who-answers.ts";

/** A pause whose agreed end has come is over from that end on, whenever the clockwork gets to it. */
const endDuePause = async (tx: Tx, author: CaseAuthor, record: CaseRecord): Promise<CaseRecord> => {
  const { tenantId, now } = author;
  const caseId = record.id;
  const { rows } = await sql<{ until_at: Date }>`
    select until_at from case_pause where tenant_id = ${tenantId}::uuid and case_id = ${caseId}::uuid
      and ended_at is null and until_at <= ${now}`.execute(tx);
  const due = rows[0];
  if (!due) return record;
  await endPause(tx, tenantId, caseId, due.until_at);
  await tx
    .updateTable("service_case")
    .set({ status: "open", version: record.version + 1, updated_at: now })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", caseId)
    .execute();
  await recordCaseEvent(tx, {
    tenantId,
    caseId,
    kind: "resumed",
    at: due.until_at,
    detail: { isAgreedEnd: true },
  });
  await recordAudit(
    tx,
    author,
    "case.resumed",
    { kind: "case", id: caseId },
    {
      accountId: record.account_id,
    },
  );
  await settleClocks(tx, tenantId, caseId, { dues: true });
  return getCaseRecord(tx, tenantId, caseId);
};

/** Clocks that ran out unmet are noted once for good; handler and first responder hear of it. */
const noteOverrun = async (
  tx: Tx,
  author: CaseAuthor,
  record: CaseRecord,
): Promise<CaseClockName[]> => {
  const { tenantId, now } = author;
  const caseId = record.id;
  const overrun = clockStands(clockFactsOf(record), now).filter(
    ({ clock, state }) => state === "overdue" && !record.overran_clocks.includes(clock),
  );
  if (overrun.length === 0) return [];
  for (const { clock, dueAt } of overrun) {
    const detail = { clock, dueAt: dueAt.toISOString() };
    await recordCaseEvent(tx, { tenantId, caseId, kind: "overran", at: now, detail });
    await recordAudit(
      tx,
      author,
      "case.overran",
      { kind: "case", id: caseId },
      {
        accountId: record.account_id,
        ...detail,
      },
    );
  }
  const clocks = overrun.map(({ clock }) => clock);
  await tx
    .updateTable("service_case")
    .set({ overran_clocks: [...record.overran_clocks, ...clocks] })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", caseId)
    .execute();
  const told = await whoHears(tx, tenantId, caseId);
  await notifyAll(
    tx,
    tenantId,
    overrun.map(({ clock, dueAt }) => ({
      userIds: told,
      kind: "case_overdue" as const,
      subjectKind: "case" as const,
      subjectId: caseId,
      accountId: record.account_id,
      reason: {
        params: {
          caseKind: record.kind,
          level: record.level,
          clock,
          dueAt: dueAt.toISOString(),
        },
      },
      dedupeKey: `case_overdue:${caseId}:${clock}:${dueAt.toISOString()}`,
    })),
  );
  return clocks;
};

/**
 * 时限巡查 One look of the clockwork at a locked case: ends a pause whose time has come, notes what has run out, takes the ladder's next
 * step when it is due, and orders the next look. Looking again changes nothing.
 */
export const watchCase = async (tx: Tx, author: CaseAuthor, locked: CaseRecord): Promise<void> => {
  const { tenantId, now } = author;
  if (locked.status !== "open" && locked.status !== "paused") return;
  const record = await endDuePause(tx, author, locked);
  const overrun = await noteOverrun(tx, author, record);
  const world = await clockWorldOf(tx, tenantId, record.clock_setting_version, now);
  const pauses = await listPauses(tx, tenantId, record.id);
  const step = nextEscalation(ladderFactsOf(record, pauses), world.setting, world.calendar);
  const isDue = step !== null && step.at <= now;
  if (isDue) await raiseCase(tx, author, record, step);
  await settleClocks(tx, tenantId, record.id, { dues: false });
  if (overrun.length > 0 || isDue || record !== locked)
    await enqueueCycleRound(tx, tenantId, record.account_id);
};
