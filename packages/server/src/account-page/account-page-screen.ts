import type { AccountPage } from "@mainstay/contract/account-page";
import { isOrderSignal } from "@mainstay/domain/signal/signal-kind";
import { getAccountView } from "../account/account-view.ts";
import { findHealthMark } from "../health/health-queries.ts";
import { readStageMark } from "../lifecycle/lifecycle-screen.ts";
import { listInteractions } from "../interaction/interaction-queries.ts";
import { listPositions } from "../person/person-queries.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { getPolicy } from "../policy/policy-queries.ts";
import { readRelationshipSummary } from "../relationship/relationship-queries.ts";
import { listMoves } from "../segment-move/segment-move-queries.ts";
import { listSignalsOfAccount } from "../signal/signal-queries.ts";
import { listTasks } from "../task/task-queries.ts";
import {
  findGroup,
  getStanding,
  listHistory,
  listMonths,
  listRhythmDots,
  listTimeline,
} from "./account-page-queries.ts";
import { expectedWindows } from "./expected-windows.ts";

type Reason = AccountPage["judgement"]["reasons"][number];

/** Everything the account page leads with; `account.not_found` when it is not there for this actor. */
export const readAccountPage = async (
  db: Db,
  context: Context,
  accountId: string,
): Promise<AccountPage> => {
  const { tenantId, actor, today } = context;
  const account = await getAccountView(db, actor, accountId);
  const { row, extras } = await getStanding(db, tenantId, accountId);
  const relationship = await readRelationshipSummary(db, tenantId, accountId);
  const signals = await listSignalsOfAccount(db, actor, accountId);
  const health = await findHealthMark(db, tenantId, accountId, today);
  const { dots, shortened } = await listRhythmDots(db, tenantId, accountId);
  const { group, ancestors } = await findGroup(db, tenantId, accountId);
  const { settings } = await getPolicy(db, tenantId);
  const working = signals.filter(({ status }) => status !== "resolved");
  const rhythm = (extras.detail.rhythm ?? null) as Reason | null;
  // Red flags of the relationship have a judgement of their own in their section.
  const judged = working.filter(({ kind }) => isOrderSignal(kind));
  const judgement = judged.length > 0 ? judged.map(({ reason }) => reason) : rhythm ? [rhythm] : [];
  const next = { from: row.nextFromOn, expected: row.nextExpectedOn, to: row.nextToOn };
  const { clv_low_minor: low, clv_high_minor: high } = extras;
  return {
    baseCurrency: context.workspace.baseCurrency,
    today,
    account,
    standing: {
      ...row,
      supportIndex: relationship.supportIndex,
      coverage: relationship.coverage,
      health: health && { band: health.band, score: health.score ?? health.provisionalScore },
    },
    asOf: extras.as_of,
    modelVersion: extras.model_version,
    judgement: { level: row.level, reasons: judgement.slice(0, 3) },
    segmentReasons: (extras.detail.segmentReasons ?? []) as Reason[],
    gradeReason: (extras.detail.gradeReason ?? null) as Reason | null,
    rhythm: {
      clock: extras.detail.clock ?? null,
      explanation: rhythm,
      dots,
      windows: expectedWindows(
        [...working.map(({ reason }) => reason), ...(rhythm ? [rhythm] : [])],
        dots,
        next,
        today,
      ),
      shortened,
    },
    months: await listMonths(db, tenantId, accountId, today),
    clv:
      row.clvMinor === null || low === null || high === null
        ? null
        : {
            lowMinor: low,
            midMinor: row.clvMinor,
            highMinor: high,
            months: settings.clv.months,
            isWide: row.orderDays < 2,
          },
    health,
    lifecycle: await readStageMark(db, tenantId, accountId, today),
    relationship,
    signals,
    people: await listPositions(db, actor, accountId),
    tasks: (await listTasks(db, context, { accountId, status: "open", limit: 50 })).items,
    interactions: (await listInteractions(db, tenantId, accountId, { limit: 20 })).items,
    timeline: await listTimeline(db, tenantId, accountId, context.workspace.timeZone),
    history: await listHistory(db, tenantId, accountId),
    moves: (await listMoves(db, tenantId, { accountId, limit: 20 })).items,
    group,
    ancestors,
  };
};
