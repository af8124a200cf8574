import { accountNameKey } from "@mainstay/domain/account/account-name-key";
import { isUscc, normaliseUscc } from "@mainstay/domain/account/uscc";
import type { AccountKey } from "@mainstay/domain/import/import-options";
import type { CellRefusal } from "@mainstay/domain/import/read-cell";
import { sql } from "kysely";
import { accountSearchText } from "../account/account-search-text.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { createAccounts, type NewAccount } from "./create-accounts.ts";
import type { ImportScope } from "./import-scope.ts";
import { saveBefore } from "./save-before.ts";

/** A customer as a file names it: by our number or by name, perhaps with the name beside the number. */
export interface WantedAccount {
  readonly text: string;
  readonly name: string | null;
}

interface KnownAccount {
  id: string;
  external_id: string | null;
  uscc: string | null;
  name: string;
  name_key: string;
}

export const wantedKey = ({ text, name }: WantedAccount): string =>
  name === null ? text : `${text}\u0001${name}`;

const findCandidates = async (
  tx: Tx,
  tenantId: string,
  wanted: readonly WantedAccount[],
): Promise<KnownAccount[]> => {
  const texts = [...new Set(wanted.map(({ text }) => text))];
  const usccs = [...new Set(texts.map(normaliseUscc).filter(isUscc))];
  const keys = [
    ...new Set(wanted.flatMap(({ text, name }) => [accountNameKey(name ?? text)]).filter(Boolean)),
  ];
  const columns = sql`id, external_id, uscc, name, name_key`;
  const { rows } = await sql<KnownAccount>`
    select ${columns} from account where tenant_id = ${tenantId}::uuid and external_id = any(${texts}::text[])
    union select ${columns} from account where tenant_id = ${tenantId}::uuid and uscc = any(${usccs}::text[])
    union select ${columns} from account where tenant_id = ${tenantId}::uuid and name_key = any(${keys}::text[])`.execute(
    tx,
  );
  return rows;
};

interface Index {
  readonly byNumber: Map<string, KnownAccount>;
  readonly byUscc: Map<string, KnownAccount>;
  readonly byNameKey: Map<string, KnownAccount[]>;
}

const remember = (index: Index, account: KnownAccount): void => {
  if (account.external_id !== null) index.byNumber.set(account.external_id, account);
  if (account.uscc !== null) index.byUscc.set(account.uscc, account);
  const alike = index.byNameKey.get(account.name_key);
  if (alike) alike.push(account);
  else index.byNameKey.set(account.name_key, [account]);
};

const ambiguous = (name: string): CellRefusal => ({
  refused: "name_ambiguous",
  params: { text: name.slice(0, 60) },
});

/** Number, else credit code, else name; several of one name are told apart by the exact spelling or refused. */
const match = (
  index: Index,
  wanted: WantedAccount,
  by: AccountKey,
): KnownAccount | CellRefusal | null => {
  const numbered = index.byNumber.get(wanted.text) ?? index.byUscc.get(normaliseUscc(wanted.text));
  if (numbered) return numbered;
  const name = wanted.name ?? wanted.text;
  const alike = (index.byNameKey.get(accountNameKey(name)) ?? []).filter(
    ({ external_id }) => by === "name" || external_id === null,
  );
  if (alike.length < 2) return alike[0] ?? null;
  const exact = alike.filter((account) => account.name === name);
  return exact.length === 1 ? (exact[0] ?? null) : ambiguous(name);
};

/**
 * Finds the account of each customer a chunk names, and opens files for those not known when `create` says so.
 * A number met for the first time whose name is on file without a number is that account, and gets the number.
 */
export const resolveAccounts = async (
  tx: Tx,
  scope: ImportScope,
  wanted: readonly WantedAccount[],
  by: AccountKey,
  create: boolean,
): Promise<Map<string, string | CellRefusal>> => {
  const found = new Map<string, string | CellRefusal>();
  if (wanted.length === 0) return found;
  const index: Index = { byNumber: new Map(), byUscc: new Map(), byNameKey: new Map() };
  for (const account of await findCandidates(tx, scope.tenantId, wanted)) remember(index, account);
  const opened: { account: NewAccount; known: KnownAccount }[] = [];
  const numbered: KnownAccount[] = [];
  const waiting: [string, KnownAccount][] = [];
  for (const one of wanted) {
    const key = wantedKey(one);
    const known = match(index, one, by);
    if (known && "refused" in known) found.set(key, known);
    else if (known) {
      if (by === "number" && known.external_id === null && one.text !== known.name) {
        known.external_id = one.text;
        index.byNumber.set(one.text, known);
        if (known.id !== "") numbered.push(known);
      }
      waiting.push([key, known]);
    } else if (!create)
      found.set(key, { refused: "account_unknown", params: { text: one.text.slice(0, 60) } });
    else {
      const account = { name: one.name ?? one.text, externalId: by === "number" ? one.text : null };
      const fresh = {
        id: "",
        external_id: account.externalId,
        uscc: null,
        name: account.name,
        name_key: accountNameKey(account.name),
      };
      opened.push({ account, known: fresh });
      remember(index, fresh);
      waiting.push([key, fresh]);
    }
  }
  const ids = await createAccounts(
    tx,
    scope,
    opened.map(({ account, known }) => ({ ...account, externalId: known.external_id })),
  );
  opened.forEach(({ known }, i) => (known.id = ids[i] ?? ""));
  await giveNumbers(tx, scope, numbered);
  for (const [key, { id }] of waiting) found.set(key, id);
  return found;
};

const giveNumbers = async (
  tx: Tx,
  scope: ImportScope,
  accounts: readonly KnownAccount[],
): Promise<void> => {
  await saveBefore(
    tx,
    scope,
    "account",
    accounts.map(({ id }) => id),
  );
  for (const account of accounts) {
    const search = accountSearchText({
      name: account.name,
      externalId: account.external_id,
      uscc: account.uscc,
    });
    await sql`update account set external_id = ${account.external_id}, search_text = ${search.search_text},
        search_bigrams = ${search.search_bigrams}::text[], batch_id = ${scope.batchId}::uuid, version = version + 1, updated_at = now()
      where tenant_id = ${scope.tenantId}::uuid and id = ${account.id}::uuid`.execute(tx);
  }
};
