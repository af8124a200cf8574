import { type DayNumber, dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { severityByStake } from "@mainstay/domain/signal/severity-by-stake";
import { cycleSignalKinds, rhythmSignalKinds } from "@mainstay/domain/signal/signal-kind";
import { sql } from "kysely";
import type { CycleStep } from "../cycle/cycle-step.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { findPastSignals } from "../signal/past-signals.ts";
import { raiseSignals, type SignalFinding } from "../signal/raise-signals.ts";
import { tellOwners } from "../signal/tell-owners.ts";
import { findRulesInForce } from "../signal-rule/rules-in-force.ts";
import type { DetectedRow, Watch } from "./detector.ts";
import { detectors } from "./detectors.ts";
import { findIncompleteTeams } from "./find-incomplete-teams.ts";

/** What a warning says of an account: its money, its owner and when it last ordered. */
interface Stake {
  id: string;
  revenue12mMinor: number;
  valueAtRiskMinor: number;
  probabilityLost: number | null;
  ownerUserId: string | null;
  lastOrderDay: number | null;
  /** Whether another round's signal says the value at risk already. */
  isCarried: boolean;
}

/** Only of the accounts on which something was found; the owner is the manager, else the backup, and still with us. */
const findStakes = async (
  tx: Tx,
  tenantId: string,
  accountIds: readonly string[],
): Promise<Map<string, Stake>> => {
  const { rows } = await sql<Stake>`
    select a.id, coalesce(s.revenue_12m_minor, 0) as "revenue12mMinor", coalesce(s.value_at_risk_minor, 0) as "valueAtRiskMinor",
      s.p_lost as "probabilityLost", coalesce(m.id, b.id) as "ownerUserId", s.last_order_on - date '1970-01-01' as "lastOrderDay",
      exists (select 1 from signal g where g.tenant_id = a.tenant_id and g.account_id = a.id and g.status <> 'resolved'
        and (g.kind = any(${[...rhythmSignalKinds]}::text[])
          or (g.money_at_stake_minor > 0 and g.reason->>'code' like 'relationship.%'))) as "isCarried"
    from account a left join account_standing s on s.tenant_id = a.tenant_id and s.account_id = a.id
    left join app_user m on m.tenant_id = a.tenant_id and m.id = a.manager_user_id and m.is_active
    left join app_user b on b.tenant_id = a.tenant_id and b.id = a.backup_user_id and b.is_active
    where a.tenant_id = ${tenantId}::uuid and a.id = any(${[...accountIds]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
};

type Found = Pick<
  SignalFinding,
  "accountId" | "kind" | "severity" | "reason" | "evidence" | "play"
> & {
  /** Null where the present alone was asked. */
  newsDay: DayNumber | null;
};

/** What every detector that is switched on finds on the accounts today. */
const detect = async (tx: Tx, watch: Watch, today: string): Promise<Found[]> => {
  const { off } = watch.rules;
  const found: Found[] = [];
  for (const { kind, play, rows } of detectors) {
    if (off.includes(kind)) continue;
    const answer = await sql<DetectedRow>`
      select account_id, news_on::text as news_on, own_severity, params, evidence from (${rows(watch)}) found
      order by account_id`.execute(tx);
    for (const row of answer.rows)
      found.push({
        accountId: row.account_id,
        kind,
        severity: row.own_severity,
        reason: { code: `cycle.${kind}`, params: row.params },
        evidence: row.evidence as SignalFinding["evidence"],
        play,
        newsDay: dayNumberFromIso(row.news_on),
      });
  }
  if (off.includes("team_incomplete")) return found;
  const teams = await findIncompleteTeams(tx, watch.tenantId, watch.accountIds, today);
  for (const { accountId, seats, ownSeverity } of teams)
    found.push({
      accountId,
      kind: "team_incomplete",
      severity: ownSeverity,
      reason: { code: "cycle.team_incomplete", params: { seats } },
      evidence: seats.map((seat) => ({
        kind: "seat",
        on: null,
        amountMinor: null,
        label: seat,
        number: null,
      })),
      play: "complete_the_team",
      newsDay: null,
    });
  return found;
};

const gravity = { watch: 0, act: 1, critical: 2 } as const;

/**
 * The cycle's own warnings (duties not kept, ends in sight, people who went) on a block of accounts: a few statements whatever
 * the number of accounts. One of an account's warnings carries its value at risk, the gravest, unless a signal of the orders or
 * the relationship carries it already, so that sums count it once.
 */
export const saveCycleSignals: CycleStep = async (tx, { tenantId, today, now, accountIds }) => {
  const rules = await findRulesInForce(tx, tenantId);
  const at = now
    ? sql`${now}::timestamptz`
    : sql`(select (${today}::date + 1)::timestamp at time zone time_zone from tenant where id = ${tenantId}::uuid)`;
  const days = sql`(select ${today}::date as on_day, ${at} as at)`;
  const found = await detect(tx, { tenantId, accountIds, rules, days }, today);
  const stakes = await findStakes(tx, tenantId, [
    ...new Set(found.map(({ accountId }) => accountId)),
  ]);
  const scope = {
    tenantId,
    today: dayNumberFromIso(today) ?? 0,
    accountIds,
    kinds: cycleSignalKinds,
  };
  const past = await findPastSignals(tx, scope);
  const carried = new Set([...stakes.values()].filter((one) => one.isCarried).map(({ id }) => id));
  const findings = found
    .flatMap((one): SignalFinding[] => {
      const stake = stakes.get(one.accountId);
      if (!stake) return [];
      const news =
        one.newsDay === null
          ? { newsDay: stake.lastOrderDay, reopens: ["lost"] as const }
          : { newsDay: one.newsDay };
      return [
        {
          ...one,
          ...news,
          severity: severityByStake(one.severity, stake, rules.severity),
          moneyAtStakeMinor: stake.valueAtRiskMinor,
          probability: stake.probabilityLost,
          ownerUserId: stake.ownerUserId,
        },
      ];
    })
    .filter(({ accountId, kind, newsDay, reopens }) =>
      past.mayStand(accountId, kind, newsDay, reopens),
    )
    .toSorted((a, b) => gravity[b.severity] - gravity[a.severity])
    .map((finding) => {
      const isCarrier = !carried.has(finding.accountId);
      carried.add(finding.accountId);
      return isCarrier ? finding : { ...finding, moneyAtStakeMinor: 0 };
    });
  const { raised } = await raiseSignals(tx, scope, findings, past);
  await tellOwners(tx, tenantId, raised);
};
