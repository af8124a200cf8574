import type { DeletionReason } from "@mainstay/domain/fact/deletion-reason";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { endFacts } from "./end-facts.ts";
import { getFactView, lockFact } from "./fact-queries.ts";

/** Deletes a fact for good: the row is gone, a receipt says that it was, when, by whom and why, never what it said. */
export const deleteFact = (
  context: Context,
  factId: string,
  reason: Extract<DeletionReason, "purpose_done" | "subject_request">,
): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId, actor, today } = context;
    if (!(await lockFact(tx, tenantId, factId))) throw new AppError("fact.not_found");
    const fact = await getFactView(tx, actor, factId, today);
    demandVersion(context, fact.version);
    if (!fact.can.delete) throw new AppError("access.not_permitted");
    await endFacts(tx, context, {
      facts: sql<boolean>`f.id = ${factId}::uuid`,
      photos: null,
      reason,
    });
    const subject = { kind: "fact", id: factId };
    const { personId, kind } = fact;
    await recordAudit(tx, context, "fact.deleted", subject, { personId, kind, reason });
  });
