import type { ProgrammeRuleView } from "@mainstay/contract/programme";
import {
  type ProgrammeCriterion,
  type ProgrammeRule,
  shippedProgrammeRule,
} from "@mainstay/domain/programme/programme-rule";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";

interface RuleRecord {
  version: number;
  criteria: ProgrammeCriterion[];
  cap: number;
  accounts_per_manager: number;
  note: string;
  published_by: string | null;
  published_by_name: string | null;
  published_at: Date;
}

const shipped: ProgrammeRuleView = {
  ...shippedProgrammeRule,
  criteria: [...shippedProgrammeRule.criteria],
  note: "",
  publishedBy: null,
  publishedAt: null,
};

/** Every version of the criteria, newest first; the last is the one shipped with the product. */
export const listProgrammeRules = async (
  db: Db,
  tenantId: string,
  limit = 100,
): Promise<ProgrammeRuleView[]> => {
  const { rows } = await sql<RuleRecord>`
    select r.version, r.criteria, r.cap, r.accounts_per_manager, r.note, r.published_by, u.name as published_by_name, r.published_at
    from programme_rule r left join app_user u on u.tenant_id = r.tenant_id and u.id = r.published_by
    where r.tenant_id = ${tenantId}::uuid order by r.version desc limit ${limit}`.execute(db);
  const published = rows.map((row) => ({
    version: row.version,
    criteria: row.criteria,
    cap: row.cap,
    accountsPerManager: row.accounts_per_manager,
    note: row.note,
    publishedBy: named(row.published_by, row.published_by_name),
    publishedAt: row.published_at.toISOString(),
  }));
  return published.length < limit ? [...published, shipped] : published;
};

/** The criteria in force. */
export const findProgrammeRuleView = async (db: Db, tenantId: string): Promise<ProgrammeRuleView> =>
  (await listProgrammeRules(db, tenantId, 1))[0] ?? shipped;

export const findProgrammeRule = async (db: Db, tenantId: string): Promise<ProgrammeRule> =>
  findProgrammeRuleView(db, tenantId);
