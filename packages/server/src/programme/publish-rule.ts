import type { ProgrammeRuleView, RulePreview } from "@mainstay/contract/programme";
import { criteriaFault, type ProgrammeCriterion } from "@mainstay/domain/programme/programme-rule";
import { missingScores, weightedScore } from "@mainstay/domain/programme/scorecard";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { listMemberships, lockProgramme } from "./membership-queries.ts";
import { findProgrammeRule, findProgrammeRuleView } from "./rule-queries.ts";

interface RuleDraft {
  readonly criteria: readonly ProgrammeCriterion[];
  readonly cap: number;
  readonly accountsPerManager: number;
  readonly note: string;
  readonly baseVersion: number;
}

const demandUsable = (criteria: readonly ProgrammeCriterion[]): void => {
  const fault = criteriaFault(criteria);
  if (fault?.fault === "weights_sum")
    throw new AppError("programme.weights_sum", { sum: fault.sum });
  if (fault) throw refuseField("criteria", "wrong_form");
};

/** How members and nominations would rank by other criteria, from the scorecards as they are. */
export const previewRule = async (
  db: Db,
  tenantId: string,
  { criteria, cap }: Pick<RuleDraft, "criteria" | "cap">,
): Promise<RulePreview> => {
  demandUsable(criteria);
  const live = await listMemberships(db, tenantId, sql`m.status in ('active', 'nominated')`);
  const present = await findProgrammeRule(db, tenantId);
  const scored = live.map((one) => ({
    one,
    scoreNow: weightedScore(present.criteria, one.scorecard),
    scoreThen: weightedScore(criteria, one.scorecard),
  }));
  const rankBy = (key: "scoreNow" | "scoreThen") => {
    const sorted = scored.map((row) => row[key]).toSorted((a, b) => b - a);
    return (score: number) => sorted.indexOf(score) + 1;
  };
  const [rankNow, rankThen] = [rankBy("scoreNow"), rankBy("scoreThen")];
  return {
    cap,
    rows: scored
      .toSorted((a, b) => b.scoreThen - a.scoreThen)
      .map(({ one, scoreNow, scoreThen }) => ({
        membershipId: one.id,
        account: { id: one.account_id, name: one.account_name },
        status: one.status,
        scoreNow,
        scoreThen,
        rankNow: rankNow(scoreNow),
        rankThen: rankThen(scoreThen),
        unscored: missingScores(criteria, one.scorecard),
      })),
  };
};

/** Puts criteria in force for nominations and reviews from now on; scores already given stay as they were. */
export const publishRule = (context: Context, draft: RuleDraft): Promise<ProgrammeRuleView> => {
  demandUsable(draft.criteria);
  return context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    await lockProgramme(tx, tenantId);
    const present = await findProgrammeRule(tx, tenantId);
    if (present.version !== draft.baseVersion)
      throw new AppError("programme.rule_conflict", { version: present.version });
    const version = present.version + 1;
    const { criteria, cap, accountsPerManager, note } = draft;
    await tx
      .insertInto("programme_rule")
      .values({
        tenant_id: tenantId,
        version,
        criteria: JSON.stringify(criteria),
        cap,
        accounts_per_manager: accountsPerManager,
        note,
        published_by: actor.userId,
        published_at: now,
      })
      .execute();
    const subject = { kind: "programme_rule", id: String(version) };
    const what = { version, cap, accountsPerManager };
    await recordAudit(tx, context, "programme_rule.published", subject, what);
    return findProgrammeRuleView(tx, tenantId);
  });
};
