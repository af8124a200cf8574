import type { mapExportFormats } from "@mainstay/contract/relationship-map";
import { findAccount } from "../account/account-queries.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findUserName } from "../user/user-name.ts";

/** Records that the map leaves as a picture or on paper, and says what must stand on it: whose, when, by whom. */
export const noteMapExport = (
  context: Context,
  accountId: string,
  taken: {
    readonly format: (typeof mapExportFormats)[number];
    readonly projectId?: string | undefined;
    readonly asOf?: string | undefined;
    readonly people: number;
  },
) =>
  context.write(async (tx) => {
    const { tenantId, actor, workspace, today, now } = context;
    if (!(await findAccount(tx, tenantId, accountId))) throw new AppError("account.not_found");
    const by = await findUserName(tx, tenantId, actor.userId);
    const subject = { kind: "account", id: accountId };
    await recordAudit(tx, context, "map.exported", subject, { accountId, ...taken });
    return { workspace: workspace.name, by, on: today, at: now.toISOString() };
  });
