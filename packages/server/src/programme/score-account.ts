import type { ScorecardProposal } from "@mainstay/contract/programme";
import {
  type ComputedCriterion,
  computedCriteria,
  type ProgrammeRule,
} from "@mainstay/domain/programme/programme-rule";
import {
  computeScore,
  type CriterionScore,
  missingScores,
  type Scorecard,
  type ScoringFacts,
} from "@mainstay/domain/programme/scorecard";
import { sql } from "kysely";
import { findAccount } from "../account/account-queries.ts";
import { beyondSight } from "../approval/beyond-sight.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { countActive } from "./membership-queries.ts";
import { findProgrammeRuleView } from "./rule-queries.ts";

/** What the standing and the relationship of an account say; its rank is among all accounts of the workspace. */
const readFacts = (db: Db, tenantId: string, accountId: string): Promise<ScoringFacts> =>
  beyondSight(db, async () => {
    const { rows } = await sql<{
      revenue: number;
      potential: number | null;
      growth: number | null;
      coverage: number | null;
      is_judged: boolean;
      better: number;
      accounts: number;
    }>`
      select s.revenue_12m_minor as revenue, s.potential_score as potential, s.growth, r.coverage,
        s.evaluated_at is not null as is_judged,
        (select count(*)::int from account_standing o where o.tenant_id = s.tenant_id
          and o.revenue_12m_minor > s.revenue_12m_minor) as better,
        (select count(*)::int from account_standing o where o.tenant_id = s.tenant_id) as accounts
      from account_standing s
      left join account_relationship r on r.tenant_id = s.tenant_id and r.account_id = s.account_id and r.project_id is null
      where s.tenant_id = ${tenantId}::uuid and s.account_id = ${accountId}::uuid`.execute(db);
    const found = rows[0];
    const hasRevenue = found !== undefined && found.is_judged && Number(found.revenue) > 0;
    return {
      revenueRank: hasRevenue ? Number(found.better) + 1 : null,
      accounts: Number(found?.accounts ?? 0),
      potential: found?.potential ?? null,
      growth: found?.growth ?? null,
      coverage: found?.coverage ?? null,
    };
  });

const isComputed = (key: string): key is ComputedCriterion =>
  (computedCriteria as readonly string[]).includes(key);

/** The criteria of a rule with what the product can say of each. */
const computeLines = async (
  db: Db,
  tenantId: string,
  accountId: string,
  rule: ProgrammeRule,
): Promise<Map<string, CriterionScore | null>> => {
  const facts = await readFacts(db, tenantId, accountId);
  return new Map(
    rule.criteria.map(({ key }) => [key, isComputed(key) ? computeScore(key, facts) : null]),
  );
};

/** What people said of a criterion. */
export interface GivenScore {
  readonly key: string;
  readonly score?: number | null | undefined;
  readonly because: string;
}

/**
 * The scorecard of an account by a rule: what a person judged (with their reason), else what the product works out.
 * `programme.scorecard_incomplete` names what nobody scored, or what was scored without a reason.
 */
export const fillScorecard = async (
  db: Db,
  tenantId: string,
  accountId: string,
  rule: ProgrammeRule,
  given: readonly GivenScore[],
): Promise<Scorecard> => {
  const computed = await computeLines(db, tenantId, accountId, rule);
  const card: Record<string, CriterionScore> = {};
  const unreasoned: string[] = [];
  for (const { key } of rule.criteria) {
    const said = given.find((one) => one.key === key);
    if (said?.score !== null && said?.score !== undefined) {
      if (said.because === "") unreasoned.push(key);
      card[key] = { score: said.score, because: said.because, reason: null };
      continue;
    }
    const line = computed.get(key);
    if (line) card[key] = line;
  }
  const missing = [...missingScores(rule.criteria, card), ...unreasoned];
  if (missing.length > 0) throw new AppError("programme.scorecard_incomplete", { missing });
  return card;
};

/** The criteria in force, ready to be scored for one account. */
export const proposeScorecard = async (
  db: Db,
  { tenantId }: Pick<Context, "tenantId">,
  accountId: string,
): Promise<ScorecardProposal> => {
  const account = await findAccount(db, tenantId, accountId);
  if (!account) throw new AppError("account.not_found");
  const rule = await findProgrammeRuleView(db, tenantId);
  const lines = await computeLines(db, tenantId, accountId, rule);
  const activeCount = await beyondSight(db, () => countActive(db, tenantId));
  return {
    account: { id: account.id, name: account.name },
    rule,
    lines: [...lines].map(([key, line]) => ({
      key,
      computed: line && {
        key,
        score: line.score,
        because: line.because,
        reason: line.reason && { code: line.reason.code, params: { ...line.reason.params } },
      },
    })),
    activeCount,
    isFull: activeCount >= rule.cap,
  };
};
