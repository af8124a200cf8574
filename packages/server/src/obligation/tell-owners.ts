import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { ObligationKind } from "@mainstay/domain/obligation/obligation-kind";
import { sql } from "kysely";
import { notifyAll } from "../notification/notify.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { OwedRound } from "./owed-sql.ts";

/** Owners hear of what is due so many days before, and of what became overdue for so many days after. */
const dueSoonDays = 3;
const overdueNewsDays = 14;

/** Tells owners once what is due soon and what has become overdue; the day in the key tells it again after a move. */
export const tellOwners = async (tx: Tx, { tenantId, today, accountIds }: OwedRound) => {
  const { rows } = await sql<{
    id: string;
    account_id: string;
    owner_user_id: string;
    kind: ObligationKind;
    due_on: IsoDay;
  }>`
    select id, account_id, owner_user_id, kind, due_on from obligation
    where tenant_id = ${tenantId}::uuid and account_id = any(${[...accountIds]}::uuid[]) and status = 'open'
      and owner_user_id is not null
      and due_on between ${today}::date - ${overdueNewsDays}::int and ${today}::date + ${dueSoonDays}::int
    order by id`.execute(tx);
  await notifyAll(
    tx,
    tenantId,
    rows.map((row) => {
      const params = { obligationKind: row.kind, dueOn: row.due_on };
      const shared = {
        userIds: [row.owner_user_id],
        subjectKind: "obligation",
        subjectId: row.id,
        accountId: row.account_id,
      } as const;
      return row.due_on < today
        ? {
            ...shared,
            kind: "obligation_overdue" as const,
            reason: { code: "notification.obligation_overdue" as const, params },
            dedupeKey: `obligation_overdue:${row.id}:${row.due_on}`,
          }
        : {
            ...shared,
            kind: "obligation_due" as const,
            reason: { code: "notification.obligation_due" as const, params },
            dedupeKey: `obligation_due:${row.id}:${row.due_on}`,
          };
    }),
  );
};
