import { randomUUID } from "node:crypto";
import type { AccountDraft, AccountView } from "@mainstay/contract/account";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { accountTotals } from "./account-totals.ts";
import { getWrittenAccountView } from "./account-view.ts";
import { saveAccount } from "./account-queries.ts";
import { checkAccountDraft } from "./check-account-draft.ts";

/** Opens an account file. Refuses a credit code or customer number that is taken, an unknown parent or user. */
export const openAccount = async (context: Context, draft: AccountDraft): Promise<AccountView> => {
  const accountId = randomUUID();
  const view = await context.write(async (tx) => {
    const checked = await checkAccountDraft(tx, context.tenantId, draft, null);
    await saveAccount(tx, context.tenantId, accountId, withFirstManager(context, checked));
    await recordAudit(
      tx,
      context,
      "account.opened",
      { kind: "account", id: accountId },
      { ...checked },
    );
    return getWrittenAccountView(tx, context.actor, accountId);
  });
  accountTotals.forget(context.tenantId);
  return view;
};

/** Who does not see all accounts would lose the one they just opened: they become its manager. */
const withFirstManager = (context: Context, draft: AccountDraft): AccountDraft =>
  context.actor.visibility !== "all" && !draft.managerUserId
    ? { ...draft, managerUserId: context.actor.userId }
    : draft;
