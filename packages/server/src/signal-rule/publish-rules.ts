import type { SignalRulesView } from "@mainstay/contract/signal-rule";
import type { SignalRules } from "@mainstay/domain/signal-rule/signal-rules";
import { sql } from "kysely";
import type { z } from "zod";
import { enqueuePortfolioCycle } from "../cycle/enqueue-cycle-round.ts";
import { queueEvaluation } from "../evaluation/request-evaluation.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueuePortfolioRound } from "../relationship/enqueue-relationship-round.ts";
import { demandUsableRules } from "./preview-rules.ts";
import { getRulesView, saveRules } from "./signal-rule-queries.ts";

/**
 * Puts new rules in force. Refuses when somebody else published since the caller looked (`baseVersion`). The rounds of
 * orders, relationships and the cycle are ordered in the same transaction and bring the signals in line.
 */
export const publishRules = async (
  context: Context,
  { rules, baseVersion, note }: { rules: SignalRules; baseVersion: number; note: string },
): Promise<z.output<typeof SignalRulesView>> => {
  demandUsableRules(rules, context.locale);
  return context.write(async (tx) => {
    const { tenantId, actor, now, today } = context;
    await sql`select pg_advisory_xact_lock(hashtextextended(${`signal-rule:${tenantId}`}, 0))`.execute(
      tx,
    );
    const present = await getRulesView(tx, tenantId);
    if (present.version !== baseVersion)
      throw new AppError("signal_rule.version_conflict", { version: present.version });
    const version = present.version + 1;
    await saveRules(tx, tenantId, {
      version,
      rules,
      note,
      publishedBy: actor.userId,
      publishedAt: now,
    });
    const subject = { kind: "signal_rule", id: String(version) };
    await recordAudit(tx, context, "signal_rule.published", subject, { note, off: rules.off });
    await queueEvaluation(tx, tenantId, {
      trigger: "policy",
      asOf: today,
      requestedBy: actor.userId,
    });
    await enqueuePortfolioRound(tx, tenantId);
    await enqueuePortfolioCycle(tx, tenantId);
    return getRulesView(tx, tenantId);
  });
};
