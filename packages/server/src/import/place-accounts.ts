import type { ReadRecord } from "@mainstay/domain/import/read-record";
import { type ChunkOutcome, type ChunkWork, type PlacedRow, refusedAt } from "./chunk-work.ts";
import { resolveAccounts, type WantedAccount, wantedKey } from "./resolve-accounts.ts";

/** A record with the account it belongs to. */
export interface PlacedRecord extends PlacedRow<ReadRecord> {
  readonly accountId: string;
}

const wantedOf = ({ values }: ReadRecord): WantedAccount => ({
  text: String(values.account),
  name: typeof values.accountName === "string" ? values.accountName : null,
});

/** Finds the account of every record; records of unknown customers are refused unless `create` opens files for them. */
export const placeAccounts = async (
  work: ChunkWork,
  rows: readonly PlacedRow<ReadRecord>[],
  create: boolean,
): Promise<{ placed: PlacedRecord[]; refused: ChunkOutcome["refused"] }> => {
  const wanted = new Map<string, WantedAccount>();
  for (const { row } of rows) wanted.set(wantedKey(wantedOf(row)), wantedOf(row));
  const found = await resolveAccounts(
    work.tx,
    work.scope,
    [...wanted.values()],
    work.options.accountBy,
    create,
  );
  const placed: PlacedRecord[] = [];
  const refused: ChunkOutcome["refused"] = [];
  for (const { line, row } of rows) {
    const account = found.get(wantedKey(wantedOf(row)));
    if (typeof account === "string") placed.push({ line, row, accountId: account });
    else if (account) refused.push(refusedAt(line, account));
  }
  return { placed, refused };
};
