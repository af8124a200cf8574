import { sql } from "kysely";
import { accountSearchText } from "../account/account-search-text.ts";
import { newId } from "../platform/clock/new-id.ts";
import { copyInto } from "../platform/db/copy-into.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { ImportScope } from "./import-scope.ts";

/** What is known of a customer that only appears in an order or invoice file. */
export interface NewAccount {
  readonly name: string;
  readonly externalId: string | null;
}

/** Opens account files with an empty standing; answers their ids in the order given. */
export const createAccounts = async (
  tx: Tx,
  { tenantId, batchId }: ImportScope,
  accounts: readonly NewAccount[],
): Promise<string[]> => {
  if (accounts.length === 0) return [];
  const ids = accounts.map(() => newId());
  await copyInto(
    tx,
    "account",
    [
      "tenant_id",
      "id",
      "external_id",
      "name",
      "pinyin",
      "initials",
      "name_key",
      "search_text",
      "search_bigrams",
      "batch_id",
    ],
    accounts.map((account, i) => {
      const search = accountSearchText(account);
      return [
        tenantId,
        ids[i],
        account.externalId,
        account.name,
        search.pinyin,
        search.initials,
        search.name_key,
        search.search_text,
        search.search_bigrams,
        batchId,
      ];
    }),
  );
  await addStandings(tx, tenantId, ids);
  return ids;
};

/** Every account has a standing from its first moment, so that lists show it. */
export const addStandings = async (
  tx: Tx,
  tenantId: string,
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return;
  await sql`insert into account_standing (tenant_id, account_id)
    select ${tenantId}::uuid, id from unnest(${[...ids]}::uuid[]) as opened (id) on conflict do nothing`.execute(
    tx,
  );
};
