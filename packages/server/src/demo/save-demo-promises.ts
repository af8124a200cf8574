import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { type DemoPromise, demoPromises } from "./demo-promises.ts";
import { type DemoAccountFacts, readDemoAccounts } from "./read-demo-accounts.ts";
import { saveDemoDepartments } from "./save-demo-departments.ts";

/** The same promise some days further from today, so that not everybody was promised something on one day. */
const spread = (promise: DemoPromise, days: number): DemoPromise => {
  const away = (day: number) => (day > 0 ? day + days : day - days);
  return {
    ...promise,
    madeOn: away(promise.madeOn),
    dueOn: away(promise.dueOn),
    steps: promise.steps.map((step) => ({
      ...step,
      onDay: away(step.onDay),
      ...(step.toDue !== undefined && { toDue: away(step.toDue) }),
    })),
  };
};

/** Not everybody is promised the same. */
const entitled = (promise: DemoPromise, index: number): DemoPromise => {
  const titles = [promise.title, ...(promise.otherTitles ?? [])];
  return { ...promise, title: titles[index % titles.length] ?? promise.title };
};

/** The columns in which the steps of a promise end. */
const endOf = ({ dueOn, steps }: DemoPromise) => {
  const last = steps.at(-1);
  const moved = steps.findLast(({ toDue }) => toDue !== undefined)?.toDue;
  const status =
    last?.kind === "kept" || last?.kind === "broken" || last?.kind === "withdrawn"
      ? last.kind
      : "open";
  return {
    status,
    dueOn: moved ?? dueOn,
    doneOn: status === "kept" && last ? last.onDay : null,
    evidence: status === "kept" && last ? last.words : "",
    because: (status === "broken" || status === "withdrawn") && last ? last.words : null,
    reworks: steps.filter(({ kind }) => kind === "sent_back").length,
  };
};

/** The record a promise was given in, where the account has one. */
const sourceOf = (
  { source }: DemoPromise,
  account: DemoAccountFacts,
  needOf: ReadonlyMap<string, string>,
) => {
  const id =
    source === "case"
      ? account.caseId
      : source === "interaction"
        ? account.interactionId
        : source === "need"
          ? (needOf.get(account.id) ?? null)
          : null;
  return source === undefined || id === null ? null : { kind: source, id };
};

/**
 * The demo's promises: three to five an account with everything that became of them, across four departments of which delivery
 * keeps its word least. After cases and needs, which some of them come from.
 */
export const saveDemoPromises = async (
  tx: Tx,
  tenantId: TenantId,
  accountIds: readonly string[],
  today: DayNumber,
): Promise<void> => {
  const on = (day: number) => isoFromDayNumber(today + day);
  const at = (day: number, step: number) => `${on(day)}T03:0${step}:00Z`;
  const departmentIds = await saveDemoDepartments(tx, tenantId);
  const accounts = await readDemoAccounts(tx, tenantId, accountIds, today);
  const { rows } = await sql<{ account_id: string; id: string }>`
    select distinct on (account_id) account_id, id from need where tenant_id = ${tenantId}::uuid
    order by account_id, created_at, id`.execute(tx);
  const needOf = new Map(rows.map((need) => [need.account_id, need.id]));
  const given = accounts.flatMap((account, index) =>
    Array.from({ length: 3 + (index % 3) }, (_, turn) => ({
      account,
      id: newId(),
      promise: entitled(
        spread(demoPromises[(index * 4 + turn * 3) % demoPromises.length]!, index % 6),
        index,
      ),
    })),
  );
  await tx
    .insertInto("promise")
    .values(
      given.map(({ account, id, promise }) => {
        const end = endOf(promise);
        const source = sourceOf(promise, account, needOf);
        return {
          tenant_id: tenantId,
          id,
          account_id: account.id,
          title: promise.title,
          person_id: account.personId,
          department_id: departmentIds[promise.department],
          giver_user_id: account.managerUserId,
          made_by: account.managerUserId,
          made_on: on(promise.madeOn),
          due_on: on(end.dueOn),
          first_due_on: on(promise.dueOn),
          status: end.status,
          done_on: end.doneOn === null ? null : on(end.doneOn),
          evidence: end.evidence,
          reworks: end.reworks,
          because: end.because,
          source_kind: source?.kind ?? null,
          source_id: source?.id ?? null,
          created_at: at(promise.madeOn, 0),
          updated_at: at(promise.steps.at(-1)?.onDay ?? promise.madeOn, promise.steps.length),
        };
      }),
    )
    .execute();
  const steps = given.flatMap(({ account, id, promise }) => {
    let due = promise.dueOn;
    const base = { tenant_id: tenantId, promise_id: id, made_by: account.managerUserId };
    return [
      {
        ...base,
        id: newId(),
        kind: "given",
        on_day: on(promise.madeOn),
        from_due_on: null,
        to_due_on: on(promise.dueOn),
        person_id: account.personId,
        words: "",
        made_at: at(promise.madeOn, 0),
      },
      ...promise.steps.map((step, index) => {
        const from = due;
        due = step.toDue ?? due;
        return {
          ...base,
          id: newId(),
          kind: step.kind,
          on_day: on(step.onDay),
          from_due_on: step.toDue === undefined ? null : on(from),
          to_due_on: step.toDue === undefined ? null : on(step.toDue),
          person_id: step.kind === "kept" || step.kind === "broken" ? null : account.personId,
          words: step.words,
          made_at: at(step.onDay, index + 1),
        };
      }),
    ];
  });
  await tx.insertInto("promise_step").values(steps).execute();
};
