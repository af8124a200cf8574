import type { ChangeDetail, requirementChanges } from "@mainstay/contract/requirement-change";
import { mayDraftChange } from "@mainstay/domain/requirement-change/change-policy";
import { sql } from "kysely";
import type { z } from "zod";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getChange } from "./change-queries.ts";
import { writeVersion } from "./write-version.ts";

/** 起草需求变更 Writes down what the customer wants changed, before anybody works on it. */
export const draftChange = (
  context: Context,
  accountId: string,
  draft: z.output<NonNullable<typeof requirementChanges.draft.body>>,
): Promise<ChangeDetail> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const account = await findAccount(tx, tenantId, accountId);
    if (!account) throw new AppError("account.not_found");
    if (!mayDraftChange(actor, teamOf(account))) throw new AppError("access.not_permitted");
    const projectId = draft.projectId ?? null;
    if (projectId !== null) {
      const { rows } =
        await sql`select 1 from project where tenant_id = ${tenantId}::uuid and id = ${projectId}::uuid
        and account_id = ${accountId}::uuid`.execute(tx);
      if (rows.length === 0) throw new AppError("project.not_found");
    }
    const id = newId();
    await sql`
      insert into requirement_change (tenant_id, id, account_id, project_id, title, created_by, created_at, updated_at)
      values (${tenantId}::uuid, ${id}::uuid, ${accountId}::uuid, ${projectId}::uuid, ${draft.title}, ${actor.userId}::uuid,
        ${now}, ${now})`.execute(tx);
    await writeVersion(tx, context, { ...draft, changeId: id, number: 1, account: account.name });
    await recordAudit(
      tx,
      context,
      "requirement_change.drafted",
      { kind: "requirement_change", id },
      { accountId, projectId },
    );
    return getChange(tx, context, id);
  });
