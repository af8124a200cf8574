import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { sql } from "kysely";
import type { CycleStep } from "../cycle/cycle-step.ts";
import { type News, notifyAll } from "../notification/notify.ts";

/** Whoever answers for a promise hears of it so many days before its day, and for so many days after it was not kept. */
const dueSoonDays = 2;
const lateNewsDays = 14;

/** Tells givers once what is due soon and once what is late; another day of the same promise is told again. */
export const tellGivers: CycleStep = async (tx, { tenantId, today, accountIds }) => {
  const { rows } = await sql<{
    id: string;
    account_id: string;
    giver_user_id: string;
    due_on: IsoDay;
  }>`
    select id, account_id, giver_user_id, due_on from promise
    where tenant_id = ${tenantId}::uuid and account_id = any(${[...accountIds]}::uuid[]) and status = 'open'
      and giver_user_id is not null
      and due_on between ${today}::date - ${lateNewsDays}::int and ${today}::date + ${dueSoonDays}::int
    order by id`.execute(tx);
  await notifyAll(
    tx,
    tenantId,
    rows.map((row): News => {
      const kind = row.due_on < today ? "promise_late" : "promise_due";
      return {
        userIds: [row.giver_user_id],
        kind,
        subjectKind: "promise",
        subjectId: row.id,
        accountId: row.account_id,
        reason: { params: { dueOn: row.due_on } },
        dedupeKey: `${kind}:${row.id}:${row.due_on}`,
      };
    }),
  );
};
