import type { PromiseView, promises } from "@mainstay/contract/promise";
import { mayGivePromise } from "@mainstay/domain/promise/promise-policy";
import type { PromiseSource } from "@mainstay/domain/promise/promise-status";
import { sql } from "kysely";
import type { z } from "zod";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { demandNeedParties } from "../need/demand-need-parties.ts";
import { notify } from "../notification/notify.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { savePromiseStep } from "./promise-step.ts";
import { getPromiseView } from "./promise-view.ts";

type Wanted = z.output<NonNullable<typeof promises.give.body>>;

const tables: Readonly<Record<PromiseSource, string>> = {
  interaction: "interaction",
  case: "service_case",
  need: "need",
  requirement_change: "requirement_change",
};

/** What it was given in is there for this actor and of the same account. */
const demandSource = async (
  tx: Tx,
  tenantId: string,
  accountId: string,
  { kind, id }: { kind: PromiseSource; id: string },
): Promise<void> => {
  const { rows } = await sql`
    select 1 from ${sql.table(tables[kind])} where tenant_id = ${tenantId}::uuid and id = ${id}::uuid
      and account_id = ${accountId}::uuid limit 1`.execute(tx);
  if (rows.length === 0) throw new AppError("promise.source_not_found");
};

/** 记下承诺 Writes down what was promised to an account; the department owes it, a colleague answers for it and is told. */
export const givePromise = (
  context: Context,
  accountId: string,
  wanted: Wanted,
): Promise<PromiseView> =>
  context.write(async (tx) => {
    const { tenantId, actor, today, now } = context;
    const account = await findAccount(tx, tenantId, accountId);
    if (!account) throw new AppError("account.not_found");
    if (!mayGivePromise(actor, teamOf(account))) throw new AppError("access.not_permitted");
    const madeOn = wanted.madeOn ?? today;
    if (madeOn > today) throw new AppError("promise.day_in_future", { today });
    if (wanted.dueOn < madeOn) throw new AppError("promise.due_before_made");
    await demandNeedParties(tx, tenantId, accountId, {
      personId: wanted.personId,
      departmentId: wanted.departmentId,
      ownerUserId: wanted.giverUserId,
    });
    if (wanted.source) await demandSource(tx, tenantId, accountId, wanted.source);
    const id = newId();
    const giverUserId = wanted.giverUserId ?? actor.userId;
    await tx
      .insertInto("promise")
      .values({
        tenant_id: tenantId,
        id,
        account_id: accountId,
        title: wanted.title,
        person_id: wanted.personId ?? null,
        department_id: wanted.departmentId,
        giver_user_id: giverUserId,
        made_by: actor.userId,
        made_on: madeOn,
        due_on: wanted.dueOn,
        first_due_on: wanted.dueOn,
        source_kind: wanted.source?.kind ?? null,
        source_id: wanted.source?.id ?? null,
        created_at: now,
        updated_at: now,
      })
      .execute();
    await savePromiseStep(tx, context, id, {
      kind: "given",
      onDay: madeOn,
      toDueOn: wanted.dueOn,
      personId: wanted.personId ?? null,
    });
    await recordAudit(
      tx,
      context,
      "promise.given",
      { kind: "promise", id },
      { accountId, departmentId: wanted.departmentId, dueOn: wanted.dueOn },
    );
    await notify(tx, tenantId, {
      userIds: [giverUserId],
      kind: "promise_given",
      subjectKind: "promise",
      subjectId: id,
      accountId,
      reason: { params: { dueOn: wanted.dueOn } },
      dedupeKey: `promise_given:${id}`,
    });
    await enqueueCycleRound(tx, tenantId, accountId);
    return getPromiseView(tx, context, id);
  });
