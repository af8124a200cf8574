import { accountNameKey } from "@mainstay/domain/account/account-name-key";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";

export interface AccountOnFile {
  id: string;
  external_id: string | null;
  uscc: string | null;
  name: string;
  short_name: string | null;
  name_key: string;
  batch_id: string | null;
  isNew: boolean;
}

/** A customer as a list names it. */
export interface AccountNames {
  readonly externalId: string | null;
  readonly uscc: string | null;
  readonly name: string;
}

export interface AccountMatcher {
  readonly find: (names: AccountNames) => AccountOnFile | "ambiguous" | null;
  readonly add: (account: AccountOnFile) => void;
}

/** Loads what a chunk of a customer list may mean: number, else credit code, else name where no number contradicts. */
export const accountMatcher = async (
  tx: Tx,
  tenantId: string,
  wanted: readonly AccountNames[],
): Promise<AccountMatcher> => {
  const numbers = [
    ...new Set(wanted.flatMap(({ externalId }) => (externalId === null ? [] : [externalId]))),
  ];
  const usccs = [...new Set(wanted.flatMap(({ uscc }) => (uscc === null ? [] : [uscc])))];
  const keys = [...new Set(wanted.map(({ name }) => accountNameKey(name)))];
  const columns = sql`id, external_id, uscc, name, short_name, name_key, batch_id, false as "isNew"`;
  const own = sql`from account where tenant_id = ${tenantId}::uuid`;
  const { rows } = await sql<AccountOnFile>`
    select ${columns} ${own} and external_id = any(${numbers}::text[])
    union select ${columns} ${own} and uscc = any(${usccs}::text[])
    union select ${columns} ${own} and name_key = any(${keys}::text[])`.execute(tx);
  const byNumber = new Map<string, AccountOnFile>();
  const byUscc = new Map<string, AccountOnFile>();
  const byKey = new Map<string, AccountOnFile[]>();
  const add = (account: AccountOnFile): void => {
    if (account.external_id !== null) byNumber.set(account.external_id, account);
    if (account.uscc !== null) byUscc.set(account.uscc, account);
    const alike = byKey.get(account.name_key);
    if (!alike) byKey.set(account.name_key, [account]);
    else if (!alike.includes(account)) alike.push(account);
  };
  for (const account of rows) add(account);
  return {
    add,
    find: ({ externalId, uscc, name }) => {
      const sure =
        (externalId === null ? undefined : byNumber.get(externalId)) ??
        (uscc === null ? undefined : byUscc.get(uscc));
      if (sure) return sure;
      const alike = (byKey.get(accountNameKey(name)) ?? []).filter(
        (account) =>
          (externalId === null || account.external_id === null) &&
          (uscc === null || account.uscc === null || account.uscc === uscc),
      );
      if (alike.length < 2) return alike[0] ?? null;
      const exact = alike.filter((account) => account.name === name);
      return exact.length === 1 ? (exact[0] ?? null) : "ambiguous";
    },
  };
};
