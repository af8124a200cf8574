import { judgeHealth } from "@mainstay/domain/health/judge-health";
import type { HealthScores } from "@mainstay/domain/health/health-input";
import type { HealthVeto } from "@mainstay/domain/health/health-veto";
import { sql } from "kysely";

/**
 * Whether the reader must not see what the relationship adds to the health of `account_health h`: with one or two known
 * stances the support index can be solved back to them, and health back to the index (`index_in_sight`).
 */
export const isVeiled = sql<boolean>`(h.inputs ->> 'relationship' is not null and not exists (
  select 1 from account_relationship known where known.tenant_id = h.tenant_id and known.account_id = h.account_id
    and known.project_id is null and index_in_sight(0, known.known_people) is not null))`;

interface Judged {
  readonly inputs: HealthScores;
  readonly vetoes: readonly HealthVeto[];
  readonly adjustment: number;
}

/** The same account judged from everything but the relationship; vetoes stand. */
export const judgeWithoutRelationship = ({ inputs, vetoes, adjustment }: Judged) => {
  const seen = { ...inputs, relationship: null };
  return { inputs: seen, ...judgeHealth(seen, vetoes, adjustment) };
};
