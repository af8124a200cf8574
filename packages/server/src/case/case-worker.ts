import { permissions } from "@mainstay/domain/access/permission";
import { pickFirstResponder } from "@mainstay/domain/case/first-responder";
import { sql } from "kysely";
import { listUsersInSight } from "../account/users-in-sight.ts";
import { overseersOfAccount } from "../handover/overseers-of-account.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { AppError } from "../platform/http/app-error.ts";

interface Active {
  readonly id: string;
  readonly role: string;
  readonly visibility: string;
}

const listActive = async (tx: Tx, tenantId: string, ids: readonly string[]): Promise<Active[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<Active>`
    select id, role, visibility from app_user
    where tenant_id = ${tenantId}::uuid and id = any(${[...ids]}::uuid[]) and is_active`.execute(
    tx,
  );
  return rows;
};

/**
 * Refuses somebody who cannot take a case: not active or of a role that does not work on cases (`case.handler_unfit`), complained
 * about in it (`case.handler_complained`), or without sight of the account (`case.handler_out_of_sight`: they join its team first).
 */
export const demandCaseWorker = async (
  tx: Tx,
  tenantId: string,
  wanted: {
    readonly accountId: string;
    readonly userId: string;
    readonly complainedUserIds: readonly string[];
  },
): Promise<void> => {
  const [user] = await listActive(tx, tenantId, [wanted.userId]);
  const roles: readonly string[] = permissions["case.work"].roles;
  if (!user || !roles.includes(user.role)) throw new AppError("case.handler_unfit");
  if (wanted.complainedUserIds.includes(user.id)) throw new AppError("case.handler_complained");
  if (user.visibility === "all") return;
  const seeing = await seeingAll(tx, () => listUsersInSight(tx, tenantId, [wanted.accountId]));
  if (!seeing.get(wanted.accountId)?.has(user.id)) throw new AppError("case.handler_out_of_sight");
};

/** Our people at an account who could answer for a case or be told of it; only active ones. */
export const peopleOfAccount = (tx: Tx, tenantId: string, accountId: string) =>
  seeingAll(tx, async () => {
    const { rows } = await sql<{
      manager_user_id: string | null;
      backup_user_id: string | null;
      sponsor_user_id: string | null;
    }>`select manager_user_id, backup_user_id, sponsor_user_id from account
      where tenant_id = ${tenantId}::uuid and id = ${accountId}::uuid`.execute(tx);
    const seats = rows[0];
    if (!seats) throw new AppError("account.not_found");
    const overseers = await overseersOfAccount(tx, tenantId, accountId);
    const named = [seats.manager_user_id, seats.backup_user_id, seats.sponsor_user_id];
    const active = await listActive(tx, tenantId, [
      ...overseers,
      ...named.filter((one) => one !== null),
    ]);
    const roleOf = new Map(active.map(({ id, role }) => [id, role]));
    const living = (id: string | null) => (id !== null && roleOf.has(id) ? id : null);
    const { rows: admins } = await sql<{ id: string }>`
      select id from app_user where tenant_id = ${tenantId}::uuid and role = 'admin' and is_active order by id`.execute(
      tx,
    );
    return {
      managerUserId: living(seats.manager_user_id),
      backupUserId: living(seats.backup_user_id),
      sponsorUserId: living(seats.sponsor_user_id),
      directorIds: overseers.filter((id) => roleOf.get(id) === "director"),
      adminIds: admins.map(({ id }) => id),
    };
  });

/** Who answers for a case nobody took in person; `case.no_responder` when everybody is gone or complained about. */
export const chooseFirstResponder = async (
  tx: Tx,
  tenantId: string,
  accountId: string,
  complainedUserIds: readonly string[],
): Promise<string> => {
  const picked = pickFirstResponder(
    await peopleOfAccount(tx, tenantId, accountId),
    complainedUserIds,
  );
  if (picked === null) throw new AppError("case.no_responder");
  return picked;
};
