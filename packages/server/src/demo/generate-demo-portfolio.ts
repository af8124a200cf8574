import { dayNumberFromIso, type IsoDay } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { queueEvaluation } from "../evaluation/request-evaluation.ts";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { drawDemoPortfolio } from "./demo-portfolio.ts";
import { saveDemoAnonymousRound } from "./save-demo-anonymous-round.ts";
import { saveDemoAnswers } from "./save-demo-answers.ts";
import { saveDemoCalendar } from "./save-demo-calendar.ts";
import { saveDemoCaseDesk } from "./save-demo-case-desk.ts";
import { saveDemoCases } from "./save-demo-cases.ts";
import { saveDemoHealth } from "./save-demo-health.ts";
import { saveDemoChanges } from "./save-demo-changes.ts";
import { saveDemoApprovals } from "./save-demo-approvals.ts";
import { saveDemoChains } from "./save-demo-chains.ts";
import { saveDemoHandovers } from "./save-demo-handovers.ts";
import { saveDemoInspection } from "./save-demo-inspection.ts";
import { saveDemoLoops } from "./save-demo-loops.ts";
import { saveDemoMessages } from "./save-demo-messages.ts";
import { saveDemoNeeds } from "./save-demo-needs.ts";
import { saveDemoNotifications } from "./save-demo-notifications.ts";
import { saveDemoObligations } from "./save-demo-obligations.ts";
import { saveDemoPortfolio } from "./save-demo-portfolio.ts";
import { saveDemoPromises } from "./save-demo-promises.ts";
import { saveDemoSurveys } from "./save-demo-surveys.ts";
import { saveDemoStages } from "./save-demo-stages.ts";
import { saveDemoTeam } from "./save-demo-team.ts";
import { saveDemoWarnings } from "./save-demo-warnings.ts";

/**
 * Fills an empty workspace with the demo business and orders its first evaluation. Does nothing, and says so, when the
 * workspace already has accounts: running twice, or after a crash, leaves one demo.
 */
export const generateDemoPortfolio = async (
  tx: Tx,
  author: AuditAuthor & { tenantId: TenantId },
  today: IsoDay,
): Promise<"generated" | "not_empty"> => {
  const { tenantId } = author;
  await tx.selectFrom("tenant").select("id").where("id", "=", tenantId).forUpdate().execute();
  const present = await tx
    .selectFrom("account")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .limit(1)
    .execute();
  if (present.length > 0) return "not_empty";
  const day = dayNumberFromIso(today);
  if (day === null) throw new RangeError(`${today} is not a day`);
  const demo = drawDemoPortfolio(day);
  const team = await saveDemoTeam(tx, tenantId);
  const accountIds = await saveDemoPortfolio(tx, tenantId, demo, team);
  const keyIds = accountIds.filter((_, index) => demo.accounts[index]?.isKey);
  await saveDemoChains(tx, tenantId, keyIds, team, day);
  await saveDemoApprovals(tx, tenantId, keyIds, team, day);
  await saveDemoObligations(tx, tenantId, team, day);
  await saveDemoWarnings(tx, tenantId, keyIds, team, day);
  await saveDemoHandovers(tx, tenantId, keyIds, team);
  await saveDemoChanges(tx, tenantId, keyIds, team, day);
  await saveDemoCases(tx, tenantId, keyIds, team, day);
  await saveDemoCaseDesk(tx, tenantId, day);
  await saveDemoSurveys(tx, tenantId, keyIds, day);
  await saveDemoAnswers(tx, tenantId, keyIds);
  await saveDemoAnonymousRound(tx, tenantId, keyIds, day);
  // After surveys, answers and cases: what became of dissatisfied answers.
  await saveDemoLoops(tx, tenantId, new Date(`${today}T04:00:00Z`));
  await saveDemoInspection(tx, tenantId, day);
  // After cases, answers and what loops made of them: needs and promises that come from these.
  const some = accountIds.filter((id, index) => keyIds.includes(id) || index % 9 === 4);
  await saveDemoNeeds(tx, tenantId, some, day);
  await saveDemoPromises(tx, tenantId, some, day);
  await saveDemoMessages(tx, tenantId, keyIds, team, day);
  await saveDemoStages(tx, author, keyIds, day);
  await saveDemoCalendar(tx, tenantId, keyIds, team, day, author.actor?.userId ?? null);
  await saveDemoHealth(tx, tenantId, keyIds, day);
  await saveDemoNotifications(tx, tenantId, day);
  await recordAudit(
    tx,
    author,
    "demo.generated",
    { kind: "tenant", id: tenantId },
    { accounts: accountIds.length },
  );
  await queueEvaluation(tx, tenantId, { trigger: "import", asOf: today, requestedBy: null });
  return "generated";
};
