import type { HealthAdjustmentView, healths } from "@mainstay/contract/health";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { HealthScores } from "@mainstay/domain/health/health-input";
import { healthAbilities } from "@mainstay/domain/health/health-policy";
import type { HealthVeto } from "@mainstay/domain/health/health-veto";
import { adjustmentDays, judgeHealth } from "@mainstay/domain/health/judge-health";
import { sql } from "kysely";
import type { z } from "zod";
import { lockAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findAdjustment } from "./health-queries.ts";

/** Judges anew from the stored inputs and vetoes, so that no reader's blind spot can lift a veto. */
const judgeAgain = async (tx: Tx, tenantId: string, accountId: string, points: number) => {
  const { rows } = await sql<{ inputs: HealthScores; vetoes: HealthVeto[] }>`
    select inputs, vetoes from account_health where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid for update`.execute(
    tx,
  );
  const [stored] = rows;
  if (!stored) return;
  const { score, provisionalScore, band } = judgeHealth(stored.inputs, stored.vetoes, points);
  await sql`
    update account_health set score = ${score}, provisional_score = ${provisionalScore}, band = ${band}, adjustment = ${points},
      updated_at = now()
    where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid`.execute(tx);
};

const demandAdjustable = async (tx: Tx, context: Context, accountId: string) => {
  const account = await lockAccount(tx, context.tenantId, accountId);
  if (!account) throw new AppError("account.not_found");
  if (!healthAbilities(context.actor, teamOf(account)).adjust)
    throw new AppError("access.not_permitted");
};

/** Moves a score by hand for thirty days, with the reason why; one adjustment at a time. */
export const adjustHealth = (
  context: Context,
  accountId: string,
  draft: z.output<NonNullable<typeof healths.adjust.body>>,
): Promise<HealthAdjustmentView> =>
  context.write(async (tx) => {
    const { tenantId, actor, today } = context;
    await demandAdjustable(tx, context, accountId);
    // One whose days are over makes room without anybody's doing.
    await sql`
      update health_adjustment set ended_at = ${context.now}, version = version + 1
      where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid and ended_at is null and ends_on < ${today}::date`.execute(
      tx,
    );
    const running = await tx
      .selectFrom("health_adjustment")
      .select("ends_on")
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", accountId)
      .where("ended_at", "is", null)
      .executeTakeFirst();
    if (running) throw new AppError("health.already_adjusted", { until: running.ends_on });
    const id = newId();
    const endsOn = isoFromDayNumber((dayNumberFromIso(today) ?? 0) + adjustmentDays);
    await tx
      .insertInto("health_adjustment")
      .values({
        tenant_id: tenantId,
        id,
        account_id: accountId,
        points: draft.points,
        note: draft.note,
        starts_on: today,
        ends_on: endsOn,
        set_by: actor.userId,
        set_at: context.now,
      })
      .execute();
    await judgeAgain(tx, tenantId, accountId, draft.points);
    const detail = { accountId, points: draft.points, endsOn };
    await recordAudit(tx, context, "health.adjusted", { kind: "health_adjustment", id }, detail);
    return getAdjustment(tx, context, id).then(({ view }) => view);
  });

const getAdjustment = async (tx: Tx, { tenantId, today }: Context, adjustmentId: string) => {
  const found = await findAdjustment(tx, tenantId, adjustmentId, today);
  if (!found) throw new AppError("health.adjustment_not_found");
  return found;
};

/** Takes an adjustment back before its time. */
export const endHealthAdjustment = (
  context: Context,
  adjustmentId: string,
): Promise<HealthAdjustmentView> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const { accountId } = await getAdjustment(tx, context, adjustmentId);
    await demandAdjustable(tx, context, accountId);
    const { view } = await getAdjustment(tx, context, adjustmentId);
    demandVersion(context, view.version);
    if (!view.isRunning) throw new AppError("health.adjustment_ended");
    await tx
      .updateTable("health_adjustment")
      .set({ ended_at: context.now, ended_by: context.actor.userId, version: view.version + 1 })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", adjustmentId)
      .execute();
    await judgeAgain(tx, tenantId, accountId, 0);
    const subject = { kind: "health_adjustment", id: adjustmentId };
    await recordAudit(tx, context, "health.adjustment_ended", subject, { accountId });
    return (await getAdjustment(tx, context, adjustmentId)).view;
  });
