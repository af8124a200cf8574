import type { LifecycleStage } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { defaultPlaybooks } from "@mainstay/domain/playbook/default-playbooks";
import type { PlaybookStep } from "@mainstay/domain/playbook/playbook-step";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";

/** One version of a stage's playbook. */
export interface PlaybookVersion {
  readonly stage: LifecycleStage;
  readonly version: number;
  readonly steps: readonly PlaybookStep[];
  readonly note: string;
  readonly publishedBy: { id: string; name: string } | null;
  /** Null for the shipped one as long as nobody has used it. */
  readonly publishedAt: Date | null;
}

interface VersionRow {
  stage: LifecycleStage;
  version: number;
  steps: PlaybookStep[];
  note: string;
  published_by: string | null;
  published_by_name: string | null;
  published_at: Date;
}

const select = sql`
  select v.stage, v.version, v.steps, v.note, v.published_by, u.name as published_by_name, v.published_at
  from playbook_version v left join app_user u on u.tenant_id = v.tenant_id and u.id = v.published_by`;

const toVersion = (row: VersionRow): PlaybookVersion => ({
  stage: row.stage,
  version: row.version,
  steps: row.steps,
  note: row.note,
  publishedBy: named(row.published_by, row.published_by_name),
  publishedAt: row.published_at,
});

/** The playbook as it ships: version 1, until somebody publishes another. */
export const shippedVersion = (stage: LifecycleStage): PlaybookVersion => ({
  stage,
  version: 1,
  steps: defaultPlaybooks[stage],
  note: "",
  publishedBy: null,
  publishedAt: null,
});

/** Every kept version of a stage's playbook, newest first; the shipped one where none is kept. */
export const listVersions = async (
  db: Db,
  tenantId: string,
  stage: LifecycleStage,
): Promise<PlaybookVersion[]> => {
  const { rows } = await sql<VersionRow>`
    ${select} where v.tenant_id = ${tenantId}::uuid and v.stage = ${stage} order by v.version desc`.execute(
    db,
  );
  return rows.length > 0 ? rows.map(toVersion) : [shippedVersion(stage)];
};

/** The version in force. */
export const getCurrentVersion = async (
  db: Db,
  tenantId: string,
  stage: LifecycleStage,
): Promise<PlaybookVersion> => {
  const { rows } = await sql<VersionRow>`
    ${select} where v.tenant_id = ${tenantId}::uuid and v.stage = ${stage} order by v.version desc limit 1`.execute(
    db,
  );
  return rows[0] ? toVersion(rows[0]) : shippedVersion(stage);
};

/** The steps of a version that is in use. */
export const getSteps = async (
  db: Db,
  tenantId: string,
  stage: LifecycleStage,
  version: number,
): Promise<readonly PlaybookStep[]> => {
  const { rows } = await sql<{ steps: PlaybookStep[] }>`
    select steps from playbook_version
    where tenant_id = ${tenantId}::uuid and stage = ${stage} and version = ${version}`.execute(db);
  return rows[0]?.steps ?? shippedVersion(stage).steps;
};

/** Keeps the shipped playbook as version 1 before its first use, so that a later release changes nothing that runs. */
export const keepShippedVersion = async (
  tx: Tx,
  tenantId: string,
  stage: LifecycleStage,
): Promise<void> => {
  await sql`
    insert into playbook_version (tenant_id, stage, version, steps)
    values (${tenantId}::uuid, ${stage}, 1, ${JSON.stringify(defaultPlaybooks[stage])}::jsonb)
    on conflict do nothing`.execute(tx);
};

export const saveVersion = async (
  tx: Tx,
  tenantId: string,
  version: {
    stage: LifecycleStage;
    version: number;
    steps: readonly PlaybookStep[];
    note: string;
    publishedBy: string;
    publishedAt: Date;
  },
): Promise<void> => {
  await sql`
    insert into playbook_version (tenant_id, stage, version, steps, note, published_by, published_at)
    values (${tenantId}::uuid, ${version.stage}, ${version.version}, ${JSON.stringify(version.steps)}::jsonb,
      ${version.note}, ${version.publishedBy}::uuid, ${version.publishedAt})`.execute(tx);
};
