import { backTestLeads, type HealthBackTest } from "@mainstay/contract/health";
import {
  dayNumberFromIso,
  type DayNumber,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import type { AssessedHealth } from "@mainstay/domain/health/assess-health";
import type { HealthBand } from "@mainstay/domain/health/health-band";
import { bandOfScore } from "@mainstay/domain/health/judge-health";
import { findAsOfDay } from "../evaluation/as-of-day.ts";
import { findModel } from "../evaluation/evaluation-model-queries.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { getPolicy } from "../policy/policy-queries.ts";
import { assessPast } from "./assess-past.ts";
import { listRecordedLosses, listSampled, listSilent } from "./loss-queries.ts";
import type { AccountDay } from "./account-day.ts";
import { loadPastOrders, lostOn, type PastOrders } from "./past-orders.ts";

type Bands = HealthBackTest["leads"][number]["bands"];
type Loss = { accountId: string; name: string; day: DayNumber; because: "recorded" | "silence" };

const mostLosses = 200;
/** Days before today on which everybody is looked at to count false alarms; each is followed by its 180 days. */
const lookBacks = [180, 270, 360] as const;
const followed = 180;

/**
 * What health said before each loss: for every account that people closed as lost or whose silence passed the lost
 * line, all inputs are recomputed as of 30, 60, 90 and 180 days before, from orders, weekly relationship snapshots, invoices,
 * judgements and handovers as they were dated by then. The other way round, a sample of all accounts on days long enough ago
 * tells how often a warning was followed by no loss.
 */
export const backTestHealth = async (db: Db, context: Context): Promise<HealthBackTest> => {
  const { tenantId } = context;
  const asOf = await findAsOfDay(db, tenantId, dayNumberFromIso(context.today) ?? 0);
  const stored = await findModel(db, tenantId);
  const withoutStances = !context.actor.factClasses.includes("P");
  if (!stored) return emptyTest(asOf, withoutStances);
  const line = (await getPolicy(db, tenantId)).settings.riskLevels.lost;
  const recorded = await listRecordedLosses(db, tenantId, mostLosses);
  const silent = await listSilent(db, tenantId, mostLosses);
  const sampled = await listSampled(db, tenantId);
  const ids = [...recorded, ...silent, ...sampled].map(({ id }) => id);
  const ordersOf = await loadPastOrders(db, tenantId, [...new Set(ids)], stored.model.rhythm);
  const losses = findLosses(recorded, silent, ordersOf, line, asOf);
  const known = new Map(losses.map(({ accountId, day }) => [accountId, day]));
  const lossDayOf = (id: string) => known.get(id) ?? lostOn(ordersOf(id), line, asOf);
  const wanted: AccountDay[] = [
    ...losses.flatMap(({ accountId, day }) =>
      backTestLeads.map((lead) => ({ accountId, asOf: isoFromDayNumber(day - lead) })),
    ),
    ...sampled.flatMap(({ id }) =>
      lookBacks.map((back) => ({ accountId: id, asOf: isoFromDayNumber(asOf - back) })),
    ),
  ];
  const assess = await assessPast(db, tenantId, wanted, ordersOf, line);
  const items = losses.map((loss) => ({
    account: { id: loss.accountId, name: loss.name },
    lostOn: isoFromDayNumber(loss.day),
    because: loss.because,
    before: backTestLeads.map((lead) => {
      const on = isoFromDayNumber(loss.day - lead);
      const health = assess(loss.accountId, loss.day - lead);
      return { lead, on, health };
    }),
  }));
  return {
    asOf: isoFromDayNumber(asOf),
    withoutStances,
    losses: losses.length,
    recorded: losses.filter(({ because }) => because === "recorded").length,
    bySilence: losses.filter(({ because }) => because === "silence").length,
    leads: backTestLeads.map((lead, at) => {
      const healths = items.flatMap(({ before }) => before[at]?.health ?? []);
      return {
        lead,
        n: healths.length,
        bands: countBands(healths.map(({ band }) => band)),
        provisional: countBands(healths.map(provisionalBand)),
        warned: healths.filter(isWarning).length,
      };
    }),
    falseAlarms: countFalseAlarms(sampled, assess, lossDayOf, asOf),
    items: items.map(({ before, ...item }) => ({
      ...item,
      before: before.map(({ lead, on, health }) => ({
        lead,
        on,
        band: health.band,
        provisionalScore: health.provisionalScore,
        reasons: [...health.reasons],
        scores: health.scores,
      })),
    })),
  };
};

const none: Bands = { red: 0, amber: 0, green: 0, insufficient: 0 };

const emptyTest = (asOf: DayNumber, withoutStances: boolean): HealthBackTest => ({
  asOf: isoFromDayNumber(asOf),
  withoutStances,
  losses: 0,
  recorded: 0,
  bySilence: 0,
  leads: backTestLeads.map((lead) => ({ lead, n: 0, bands: none, provisional: none, warned: 0 })),
  falseAlarms: { accountDays: 0, warned: 0, false: 0, share: null },
  items: [],
});

/** Each account once, by the earlier of what people recorded and what its silence says; newest loss first. */
const findLosses = (
  recorded: Awaited<ReturnType<typeof listRecordedLosses>>,
  silent: Awaited<ReturnType<typeof listSilent>>,
  ordersOf: (accountId: string) => PastOrders,
  line: number,
  asOf: DayNumber,
): Loss[] => {
  const losses = new Map<string, Loss>();
  const add = (loss: Loss) => {
    const known = losses.get(loss.accountId);
    if (!known || loss.day < known.day) losses.set(loss.accountId, loss);
  };
  for (const { id, name, lost_day } of recorded)
    add({ accountId: id, name, day: lost_day, because: "recorded" });
  for (const { id, name } of silent) {
    const day = lostOn(ordersOf(id), line, asOf);
    if (day !== null) add({ accountId: id, name, day, because: "silence" });
  }
  return [...losses.values()]
    .toSorted((a, b) => b.day - a.day || (a.accountId < b.accountId ? -1 : 1))
    .slice(0, mostLosses);
};

const countBands = (bands: readonly HealthBand[]): Bands => ({
  red: bands.filter((band) => band === "red").length,
  amber: bands.filter((band) => band === "amber").length,
  green: bands.filter((band) => band === "green").length,
  insufficient: bands.filter((band) => band === "insufficient").length,
});

const provisionalBand = ({ band, provisionalScore }: AssessedHealth): HealthBand =>
  band === "insufficient" && provisionalScore !== null ? bandOfScore(provisionalScore) : band;

const isWarning = (health: AssessedHealth): boolean => provisionalBand(health) === "red";

/** Account-days on which an account that was not yet lost looked red, and how many of them were no loss in the 180 days after. */
const countFalseAlarms = (
  sampled: readonly { id: string }[],
  assess: (accountId: string, day: DayNumber) => AssessedHealth,
  lossDayOf: (accountId: string) => DayNumber | null,
  asOf: DayNumber,
): HealthBackTest["falseAlarms"] => {
  let [accountDays, warned, wrong] = [0, 0, 0];
  for (const { id } of sampled) {
    const lossDay = lossDayOf(id);
    for (const back of lookBacks) {
      const day = asOf - back;
      const health = assess(id, day);
      if (health.scores.rhythm === null || (lossDay !== null && lossDay <= day)) continue;
      accountDays += 1;
      if (!isWarning(health)) continue;
      warned += 1;
      if (lossDay === null || lossDay > day + followed) wrong += 1;
    }
  }
  return { accountDays, warned, false: wrong, share: warned === 0 ? null : wrong / warned };
};
