import type { AccountDraft } from "@mainstay/contract/account";
import { isUscc, normaliseUscc } from "@mainstay/domain/account/uscc";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { type AccountRecord, findAccount, isAtOrAbove, lockGroupTree } from "./account-queries.ts";

/**
 * Brings a draft into the form it is kept in and refuses what no single column can refuse: a wrong credit code, a contract
 * that ends before it begins, a parent the actor does not see or that stands below the account (through whomever).
 */
export const checkAccountDraft = async <Draft extends Partial<AccountDraft>>(
  tx: Tx,
  tenantId: string,
  draft: Draft,
  before: AccountRecord | null,
): Promise<Draft> => {
  const checked = { ...draft };
  for (const key of [
    "shortName",
    "externalId",
    "uscc",
    "industry",
    "region",
    "country",
    "size",
  ] as const) {
    if (checked[key] === "") checked[key] = null;
  }
  if (checked.uscc) {
    checked.uscc = normaliseUscc(checked.uscc);
    if (!isUscc(checked.uscc)) throw new AppError("account.uscc_invalid", { uscc: checked.uscc });
  }
  const starts =
    checked.contractStartOn === undefined ? before?.contract_start_on : checked.contractStartOn;
  const ends =
    checked.contractEndOn === undefined ? before?.contract_end_on : checked.contractEndOn;
  if (starts && ends && ends < starts) throw new AppError("account.contract_order");
  const { parentId } = checked;
  if (parentId && parentId !== before?.parent_id) {
    if (!(await findAccount(tx, tenantId, parentId)))
      throw new AppError("account.parent_not_found");
    if (before) {
      await lockGroupTree(tx, tenantId);
      if (await seeingAll(tx, () => isAtOrAbove(tx, tenantId, before.id, parentId)))
        throw new AppError("account.parent_cycle");
    }
  }
  return checked;
};
