import type { ProjectView } from "@mainstay/contract/project";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { AppError } from "../platform/http/app-error.ts";
import { insertProject } from "./project-queries.ts";
import { toProjectView } from "./project-view.ts";

/** Opens a project at an account; `project.name_taken` while an open one has the name. */
export const addProject = (
  context: Context,
  accountId: string,
  name: string,
): Promise<ProjectView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const account = await findAccount(tx, tenantId, accountId);
    if (!account) throw new AppError("account.not_found");
    const id = newId();
    await insertProject(tx, tenantId, { id, accountId, name, createdBy: actor.userId });
    await recordAudit(tx, context, "project.added", { kind: "project", id }, { accountId, name });
    const record = {
      id,
      account_id: accountId,
      name,
      status: "open" as const,
      ended_on: null,
      version: 1,
    };
    return toProjectView(actor, teamOf(account), record);
  });
