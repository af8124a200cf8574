import type { PairLevelView } from "@mainstay/contract/pair-level";
import { type PairLevel, pairLevels } from "@mainstay/domain/pair-level/pair-level";
import { pairGap } from "@mainstay/domain/pair-level/pair-gap";
import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

export interface PairRecord {
  id: string;
  account_id: string;
  user_id: string;
  user_name: string;
  user_role: string;
  person_id: string;
  current_level: PairLevel;
  desired_level: PairLevel | null;
  is_executive_pairing: boolean;
  note: string;
  noted_on: string;
  version: number;
}

const listPairs = async (db: Db, which: RawBuilder<boolean>): Promise<PairRecord[]> => {
  const { rows } = await sql<PairRecord>`
    select l.id, l.account_id, l.user_id, u.name as user_name, u.role as user_role, l.person_id, l.current_level,
      l.desired_level, l.is_executive_pairing, l.note, l.noted_on, l.version
    from pair_level l join app_user u on u.tenant_id = l.tenant_id and u.id = l.user_id
    where ${which} order by greatest(coalesce(l.desired_level, 0) - l.current_level, 0) desc, l.id limit 2000`.execute(
    db,
  );
  return rows;
};

/** Pairs of an account, the widest gap first. */
export const listPairsOfAccount = (db: Db, tenantId: string, accountId: string) =>
  listPairs(db, sql`l.tenant_id = ${tenantId}::uuid and l.account_id = ${accountId}::uuid`);

export const listPairsOfPerson = (db: Db, tenantId: string, personId: string) =>
  listPairs(db, sql`l.tenant_id = ${tenantId}::uuid and l.person_id = ${personId}::uuid`);

export const findPair = async (db: Db, tenantId: string, id: string): Promise<PairRecord | null> =>
  (await listPairs(db, sql`l.tenant_id = ${tenantId}::uuid and l.id = ${id}::uuid`))[0] ?? null;

/** Takes a pair's row for this transaction; null when it is gone or not there for this actor. */
export const lockPair = (tx: Tx, tenantId: string, id: string) =>
  tx
    .selectFrom("pair_level")
    .select(["id", "account_id", "person_id", "version"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();

export const toPairView = (record: PairRecord, mayEdit: boolean): PairLevelView => ({
  id: record.id,
  accountId: record.account_id,
  user: { id: record.user_id, name: record.user_name },
  personId: record.person_id,
  currentLevel: record.current_level,
  desiredLevel: record.desired_level,
  gap: pairGap({ currentLevel: record.current_level, desiredLevel: record.desired_level }),
  isExecutivePairing: record.is_executive_pairing,
  note: record.note,
  notedOn: record.noted_on,
  version: record.version,
  can: { edit: mayEdit },
});

/** What the workspace calls the six steps, in their order; null where the usual word stands. */
export const listPairLevelNames = async (db: Db, tenantId: string): Promise<(string | null)[]> => {
  const rows = await db
    .selectFrom("pair_level_name")
    .select(["level", "name"])
    .where("tenant_id", "=", tenantId)
    .execute();
  return pairLevels.map((level) => rows.find((row) => row.level === level)?.name ?? null);
};
