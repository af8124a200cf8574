import type { ChangeDetail, requirementChanges } from "@mainstay/contract/requirement-change";
import { changesBetween } from "@mainstay/domain/requirement-change/change-content";
import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { workOnChange } from "./work-on-change.ts";
import { writeVersion } from "./write-version.ts";

type Draft = z.output<NonNullable<typeof requirementChanges.revise.body>>;

/**
 * Changes what is asked for. A draft is written over; one that has been sent gets a new version, which has to be sent and
 * confirmed anew, whatever was confirmed of the one before.
 */
export const reviseChange = (
  context: Context,
  changeId: string,
  draft: Draft,
): Promise<ChangeDetail> =>
  workOnChange(context, changeId, "revise", async (tx, change) => {
    const { newest, title } = change;
    const given = Object.fromEntries(
      Object.entries(draft).filter(([, value]) => value !== undefined),
    ) as Partial<Draft>;
    const { scope, feeMinor, currency, scheduleDays, deliverOn } = newest;
    const before = { title, scope, feeMinor, currency, scheduleDays, deliverOn };
    const after = { ...before, ...given } as typeof before;
    const changed = changesBetween(before, after);
    if (changed.length === 0) throw new AppError("requirement_change.unchanged");
    const number = change.status === "sent" ? newest.number + 1 : newest.number;
    await writeVersion(tx, context, { ...after, changeId, number, account: change.account.name });
    await sql`update requirement_change set title = ${after.title}, newest_number = ${number}, status = 'draft', sent_at = null
      where tenant_id = ${context.tenantId}::uuid and id = ${changeId}::uuid`.execute(tx);
    return { done: "revised", detail: { number, changed } };
  });
