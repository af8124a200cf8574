import type { TieView } from "@mainstay/contract/tie";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { TieKind } from "@mainstay/domain/tie/tie-kind";
import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

const select = sql`
  select i.id, i.kind, i.from_person_id as "fromPersonId", i.to_person_id as "toPersonId", i.weight, i.evidence,
    i.noted_on as "notedOn", u.name as "notedByName", i.ended_on as "endedOn", i.version, i.account_id as "accountId"
  from tie i left join app_user u on u.tenant_id = i.tenant_id and u.id = i.noted_by`;

type TieRecord = TieView & { accountId: string };

const read = async (db: Db, where: RawBuilder<unknown>): Promise<TieRecord[]> =>
  (await sql<TieRecord>`${select} where ${where}`.execute(db)).rows;

/** Ties known and not yet ended on a day, oldest first; row security keeps personal ones from who has no class P. */
export const listTiesOn = (
  db: Db,
  { tenantId, accountId, asOf }: { tenantId: string; accountId: string; asOf: IsoDay },
): Promise<TieRecord[]> =>
  read(
    db,
    sql`i.tenant_id = ${tenantId}::uuid and i.account_id = ${accountId}::uuid and i.noted_on <= ${asOf}::date
      and (i.ended_on is null or i.ended_on > ${asOf}::date) order by i.noted_on, i.id`,
  );

/** One tie with its account, or null when it is not there for this actor. */
export const findTie = async (db: Db, tenantId: string, tieId: string): Promise<TieRecord | null> =>
  (await read(db, sql`i.tenant_id = ${tenantId}::uuid and i.id = ${tieId}::uuid`))[0] ?? null;

/** Takes the tie's row for this transaction; null when it is not there for this actor. */
export const lockTie = async (
  tx: Tx,
  tenantId: string,
  tieId: string,
): Promise<TieRecord | null> => {
  const held = await tx
    .selectFrom("tie")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", tieId)
    .forUpdate()
    .executeTakeFirst();
  return held ? findTie(tx, tenantId, tieId) : null;
};

export interface NewTie {
  readonly id: string;
  readonly accountId: string;
  readonly kind: TieKind;
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly weight: number;
  readonly evidence: string;
  readonly notedOn: IsoDay;
}

export const insertTie = (tx: Tx, tenantId: string, notedBy: string, tie: NewTie) =>
  tx
    .insertInto("tie")
    .values({
      tenant_id: tenantId,
      id: tie.id,
      account_id: tie.accountId,
      kind: tie.kind,
      from_person_id: tie.fromPersonId,
      to_person_id: tie.toPersonId,
      weight: tie.weight,
      evidence: tie.evidence,
      noted_by: notedBy,
      noted_on: tie.notedOn,
    })
    .execute();

/** Writes a change of a tie and counts its version up. */
export const changeTieRow = (
  tx: Tx,
  tenantId: string,
  tie: { readonly id: string; readonly version: number },
  change: { weight?: number; evidence?: string; ended_on?: IsoDay },
) =>
  tx
    .updateTable("tie")
    .set({ ...change, version: tie.version + 1 })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", tie.id)
    .execute();

/** The two ends, held as they are until the transaction ends, and whether they work at the account on the day. */
export const listTieEnds = async (
  tx: Tx,
  tenantId: string,
  accountId: string,
  personIds: readonly string[],
  today: IsoDay,
) => {
  const { rows } = await sql<{ personId: string; isHere: boolean; restsFromProfiles: boolean }>`
    select p.id as "personId", p.no_profiling or p.restricted_at is not null as "restsFromProfiles",
      exists (select 1 from position o where o.tenant_id = p.tenant_id and o.person_id = p.id
        and o.account_id = ${accountId}::uuid and (o.ends_on is null or o.ends_on > ${today}::date)) as "isHere"
    from person p where p.tenant_id = ${tenantId}::uuid and p.id = any(${[...personIds]}::uuid[])
    order by p.id for share of p`.execute(tx);
  return rows;
};

/** What facts say about school and hometown of the people who work at the account. */
export const listBackgroundFacts = async (
  db: Db,
  tenantId: string,
  accountId: string,
  today: IsoDay,
) => {
  const { rows } = await sql<{ personId: string; kind: "school" | "hometown"; words: string }>`
    select f.person_id as "personId", f.kind, f.value->>'words' as words
    from fact f join position o on o.tenant_id = f.tenant_id and o.person_id = f.person_id
      join person p on p.tenant_id = f.tenant_id and p.id = f.person_id
    where f.tenant_id = ${tenantId}::uuid and o.account_id = ${accountId}::uuid and f.kind in ('school', 'hometown')
      and (o.ends_on is null or o.ends_on > ${today}::date) and f.expires_on >= ${today}::date
      and f.value->>'words' is not null and not p.no_profiling and p.restricted_at is null`.execute(
    db,
  );
  return rows;
};
