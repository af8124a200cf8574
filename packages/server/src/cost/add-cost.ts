import type { CostView, costs } from "@mainstay/contract/cost";
import { costFault, valueHours } from "@mainstay/domain/cost/value-hours";
import { sql } from "kysely";
import type { z } from "zod";
import { getCaseAtDesk } from "../case-attachment/case-at-desk.ts";
import { recordCaseEvent } from "../case/record-case-event.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findCost } from "./cost-queries.ts";

type Wanted = z.output<typeof costs.addToCase.body & object>;

const amountOf = async (tx: Tx, context: Context, wanted: Wanted): Promise<number> => {
  if (wanted.amountMinor !== undefined) return wanted.amountMinor;
  const role = wanted.role ?? context.actor.role;
  const { rows } = await sql<{ rate_minor: number }>`
    select rate_minor from hourly_rate where tenant_id = ${context.tenantId}::uuid and role = ${role}`.execute(
    tx,
  );
  if (!rows[0]) throw new AppError("cost.rate_missing", { role });
  return valueHours(wanted.hours ?? 0, rows[0].rate_minor);
};

/**
 * Notes what serving a case cost; also after it has been closed, because invoices come late. Hours are valued at the rate of the
 * role as it stands today. A day to come, parts that do not fit the kind, and whoever the case complains about are refused.
 */
export const addCost = (context: Context, caseId: string, wanted: Wanted): Promise<CostView> =>
  context.write(async (tx) => {
    const { tenantId, actor, now, today } = context;
    const onCase = await getCaseAtDesk(tx, tenantId, caseId, "lock");
    const { account_id: accountId } = onCase;
    if (onCase.complained_user_ids.includes(actor.userId))
      throw new AppError("access.not_permitted");
    if (wanted.incurredOn > today) throw new AppError("cost.day_in_future");
    const fault = costFault(wanted);
    if (fault !== null) throw new AppError(`cost.${fault}`);
    const amountMinor = await amountOf(tx, context, wanted);
    const id = newId();
    await sql`insert into cost_entry (tenant_id, id, account_id, kind, incurred_on, amount_minor, hours, quantity, note,
        source_kind, source_id, recorded_by, recorded_at)
      values (${tenantId}::uuid, ${id}::uuid, ${accountId}::uuid, ${wanted.kind}, ${wanted.incurredOn}::date,
        ${amountMinor}::bigint, ${wanted.hours ?? null}::numeric, ${wanted.quantity ?? null}::numeric, ${wanted.note}, 'case',
        ${caseId}::uuid, ${actor.userId}::uuid, ${now}::timestamptz)`.execute(tx);
    await recordCaseEvent(tx, {
      tenantId,
      caseId,
      kind: "cost_added",
      at: now,
      byUserId: actor.userId,
      words: wanted.note,
      detail: { costId: id, kind: wanted.kind, amountMinor },
    });
    const subject = { kind: "case", id: caseId };
    await recordAudit(tx, context, "case.cost_added", subject, {
      accountId,
      costId: id,
      kind: wanted.kind,
      amountMinor,
    });
    const added = await findCost(tx, actor, id);
    if (!added) throw new AppError("cost.not_found");
    return added;
  });
