import type { ServicePolicyView } from "@mainstay/contract/service-policy";
import { findServicePolicyFaults } from "@mainstay/domain/service-policy/check-service-policy";
import type { PolicyLines } from "@mainstay/domain/service-policy/service-terms";
import { servicePolicyFaultWords } from "@mainstay/phrases/error/service-policy-fault-words";
import type { Locale } from "@mainstay/phrases/locale";
import { sql } from "kysely";
import { enqueuePortfolioCycle } from "../cycle/enqueue-cycle-round.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import {
  findNewestVersion,
  findServicePolicyVersion,
  saveServicePolicy,
} from "./service-policy-queries.ts";

/** Refuses lines that nobody could keep; says what is wrong. */
export const demandUsableLines = (lines: PolicyLines, locale: Locale): void => {
  const faults = findServicePolicyFaults(lines);
  if (faults.length === 0) return;
  const problem = faults.map((fault) => servicePolicyFaultWords(fault, locale)).join(" ");
  throw new AppError("service_policy.invalid", { problem, faults });
};

interface Publication {
  readonly lines: PolicyLines;
  readonly effectiveFrom: string;
  readonly baseVersion: number;
  readonly note: string;
}

/**
 * Publishes another version, in force from its day. Refuses a day that is past, and when somebody else published since the
 * caller looked (`baseVersion`). What it adds and drops follows in a round of every account, at once or on its day.
 */
export const publishServicePolicy = async (
  context: Context,
  { lines, effectiveFrom, baseVersion, note }: Publication,
): Promise<ServicePolicyView> => {
  demandUsableLines(lines, context.locale);
  const { tenantId, actor, today } = context;
  if (effectiveFrom < today) throw new AppError("service_policy.effective_in_past", { today });
  return context.write(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`service-policy:${tenantId}`}, 0))`.execute(
      tx,
    );
    const newest = await findNewestVersion(tx, tenantId);
    if (newest !== baseVersion)
      throw new AppError("service_policy.version_conflict", { version: newest });
    const version = newest + 1;
    await saveServicePolicy(tx, tenantId, {
      version,
      effectiveFrom,
      lines,
      note,
      publishedBy: actor.userId,
      publishedAt: context.now,
    });
    await recordAudit(
      tx,
      context,
      "service_policy.published",
      { kind: "service_policy", id: String(version) },
      { effectiveFrom, note },
    );
    await enqueuePortfolioCycle(tx, tenantId);
    const view = await findServicePolicyVersion(tx, tenantId, version, today);
    if (!view) throw new AppError("server.failed");
    return view;
  });
};
