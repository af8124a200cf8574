import type { PlaybookSummary, PlaybookView } from "@mainstay/contract/playbook";
import { isPermitted } from "@mainstay/domain/access/permission";
import { type LifecycleStage, lifecycleStages } from "@mainstay/domain/lifecycle/lifecycle-stage";
import type { PlaybookStep } from "@mainstay/domain/playbook/playbook-step";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { listVersions, type PlaybookVersion } from "./playbook-queries.ts";

/** How many accounts in sight run which version of which stage. */
const countRunning = async (db: Db, tenantId: string) => {
  const { rows } = await sql<{ stage: LifecycleStage; version: number; n: number }>`
    select stage, version, count(*)::int as n from playbook_run
    where tenant_id = ${tenantId}::uuid and status = 'running' group by stage, version`.execute(db);
  return (stage: LifecycleStage, matches: (version: number) => boolean): number =>
    rows
      .filter((row) => row.stage === stage && matches(row.version))
      .reduce((sum, { n }) => sum + n, 0);
};

/** As the wire has it: lists that may be written to. */
export const toStepShape = (step: PlaybookStep) => ({
  ...step,
  contactKinds: [...step.contactKinds],
});

const publication = ({ publishedBy, publishedAt }: PlaybookVersion) => ({
  publishedBy,
  publishedAt: publishedAt?.toISOString() ?? null,
});

/** The playbook of a stage with all its versions. */
export const readPlaybook = async (
  db: Db,
  { tenantId, actor }: Context,
  stage: LifecycleStage,
): Promise<PlaybookView> => {
  const versions = await listVersions(db, tenantId, stage);
  const running = await countRunning(db, tenantId);
  return {
    stage,
    version: versions[0]?.version ?? 1,
    versions: versions.map((one) => ({
      ...publication(one),
      version: one.version,
      note: one.note,
      steps: one.steps.map(toStepShape),
      running: running(stage, (version) => version === one.version),
    })),
    can: { edit: isPermitted(actor, "playbook.edit") },
  };
};

/** The playbooks of all stages, in the order of the stages. */
export const listPlaybooks = async (db: Db, { tenantId }: Context): Promise<PlaybookSummary[]> => {
  const running = await countRunning(db, tenantId);
  const items: PlaybookSummary[] = [];
  for (const stage of lifecycleStages) {
    const [current] = await listVersions(db, tenantId, stage);
    if (!current) continue;
    items.push({
      ...publication(current),
      stage,
      version: current.version,
      steps: current.steps.length,
      running: running(stage, () => true),
      runningOlder: running(stage, (version) => version < current.version),
    });
  }
  return items;
};
