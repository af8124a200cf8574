import type { PlaybookView } from "@mainstay/contract/playbook";
import type { LifecycleStage } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { findPlaybookFaults } from "@mainstay/domain/playbook/playbook-faults";
import type { PlaybookStep } from "@mainstay/domain/playbook/playbook-step";
import { tellPlaybookFault } from "@mainstay/phrases/playbook/fault-words";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getCurrentVersion, keepShippedVersion, saveVersion } from "./playbook-queries.ts";
import { readPlaybook } from "./playbook-screen.ts";

interface Publication {
  readonly steps: readonly PlaybookStep[];
  readonly baseVersion: number;
  readonly note: string;
}

/**
 * Puts new steps of a stage in force for runs that begin from now on. Refuses steps with faults, naming them, and a
 * publication that somebody else overtook (`baseVersion`). Runs at work keep the version they began with.
 */
export const publishPlaybook = (
  context: Context,
  stage: LifecycleStage,
  { steps, baseVersion, note }: Publication,
): Promise<PlaybookView> => {
  const faults = findPlaybookFaults(steps);
  if (faults.length > 0) {
    const problem = faults
      .map((fault) => tellPlaybookFault(fault, steps, context.locale))
      .join(" ");
    throw new AppError("playbook.invalid", { problem, faults });
  }
  return context.write(async (tx) => {
    const { tenantId, actor } = context;
    await sql`select pg_advisory_xact_lock(hashtextextended(${`playbook:${tenantId}:${stage}`}, 0))`.execute(
      tx,
    );
    await keepShippedVersion(tx, tenantId, stage);
    const present = await getCurrentVersion(tx, tenantId, stage);
    if (present.version !== baseVersion)
      throw new AppError("playbook.version_conflict", { version: present.version });
    const version = present.version + 1;
    const publishedBy = actor.userId;
    const publishedAt = context.now;
    await saveVersion(tx, tenantId, { stage, version, steps, note, publishedBy, publishedAt });
    await recordAudit(
      tx,
      context,
      "playbook.published",
      { kind: "playbook", id: stage },
      { stage, version, steps: steps.length, note },
    );
    return readPlaybook(tx, context, stage);
  });
};
