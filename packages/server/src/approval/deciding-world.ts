import { awayOn } from "@mainstay/domain/absence/stand-in";
import type { DecidingWorld } from "@mainstay/domain/approval/approval-policy";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { UserRole, Visibility } from "@mainstay/domain/user/user-role";
import { sql } from "kysely";
import { listUsersInSight } from "../account/users-in-sight.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { beyondSight } from "./beyond-sight.ts";

export interface Colleague {
  readonly name: string;
  readonly role: UserRole;
  readonly visibility: Visibility;
  readonly isActive: boolean;
}

/** Who decides what on a day: the world that one approval is judged in (`worldOf`), and everybody's names. */
export interface DecidingDay {
  readonly colleagues: ReadonlyMap<string, Colleague>;
  readonly worldOf: (approval: { account_id: string | null }) => DecidingWorld;
}

/** Loads colleagues, absences of the day and who sees the accounts the approvals are about: three statements in all. */
export const loadDecidingDay = async (
  db: Db,
  tenantId: string,
  today: IsoDay,
  approvals: readonly { account_id: string | null }[],
): Promise<DecidingDay> => {
  const { rows: users } = await sql<{ id: string } & Colleague>`
    select id, name, role, visibility, is_active as "isActive" from app_user
    where tenant_id = ${tenantId}::uuid order by id`.execute(db);
  const { rows: absences } = await sql<{
    userId: string;
    delegateUserId: string;
    fromOn: string;
    toOn: string;
  }>`
    select user_id as "userId", delegate_user_id as "delegateUserId", from_on as "fromOn", to_on as "toOn"
    from absence where tenant_id = ${tenantId}::uuid and from_on <= ${today}::date and to_on >= ${today}::date
    order by created_at, id`.execute(db);
  const accountIds = [...new Set(approvals.flatMap(({ account_id }) => account_id ?? []))];
  const seeing = await beyondSight(db, () => listUsersInSight(db, tenantId, accountIds));
  const colleagues = new Map(users.map(({ id, ...one }) => [id, one]));
  const away = awayOn(absences, today);
  return {
    colleagues,
    worldOf: ({ account_id }) => ({
      colleagues,
      away,
      sees: (userId) =>
        account_id === null ||
        colleagues.get(userId)?.visibility === "all" ||
        (seeing.get(account_id)?.has(userId) ?? false),
    }),
  };
};
