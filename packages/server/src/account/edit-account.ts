import type { AccountDraft, AccountView } from "@mainstay/contract/account";
import { accountAbilities } from "@mainstay/domain/account/account-policy";
import { withSeatHandovers } from "../handover/seat-handovers.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { accountTotals } from "./account-totals.ts";
import { accountColumnsOf, changeAccount, lockAccount } from "./account-queries.ts";
import { getWrittenAccountView, teamOf } from "./account-view.ts";
import { checkAccountDraft } from "./check-account-draft.ts";

/** Changes the named fields of an account, also its manager; the caller must know its present version. */
export const editAccount = async (
  context: Context,
  accountId: string,
  draft: Partial<AccountDraft>,
): Promise<AccountView> => {
  const view = await context.write(async (tx) => {
    const before = await lockAccount(tx, context.tenantId, accountId);
    if (!before) throw new AppError("account.not_found");
    if (!accountAbilities(context.actor, teamOf(before)).edit)
      throw new AppError("access.not_permitted");
    demandVersion(context, before.version);
    const checked = await checkAccountDraft(tx, context.tenantId, draft, before);
    const change = () => seeingAll(tx, () => changeAccount(tx, context.tenantId, before, checked));
    const seats = [checked.managerUserId, checked.backupUserId, checked.sponsorUserId];
    if (seats.some((seat) => seat !== undefined))
      await withSeatHandovers(tx, context, [accountId], change);
    else await change();
    await recordAudit(
      tx,
      context,
      "account.edited",
      { kind: "account", id: accountId },
      whatChanged(before, checked),
    );
    if (checked.contractEndOn !== undefined || checked.industry !== undefined) {
      await enqueue(tx, "evaluate_accounts", {
        tenantId: context.tenantId,
        accountIds: [accountId],
      });
    }
    if (checked.contractEndOn !== undefined || seats.some((seat) => seat !== undefined))
      await enqueueCycleRound(tx, context.tenantId, accountId);
    return getWrittenAccountView(tx, context.actor, accountId);
  });
  accountTotals.forget(context.tenantId);
  return view;
};

/** Old and new value of every field that really differs. */
const whatChanged = (before: object, draft: Partial<AccountDraft>) => {
  const old = before as Record<string, unknown>;
  const same = (column: string, value: unknown) =>
    column === "ownership_percent" && value !== null && old[column] !== null
      ? Number(old[column]) === Number(value)
      : JSON.stringify(old[column]) === JSON.stringify(value);
  const changes = Object.entries(accountColumnsOf(draft)).filter(
    ([column, value]) => !same(column, value),
  );
  return Object.fromEntries(
    changes.map(([column, value]) => [column, { from: old[column] ?? null, to: value }]),
  );
};
