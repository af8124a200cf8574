import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { defaultSignalRules, type SignalRules } from "@mainstay/domain/signal-rule/signal-rules";
import { withTenant } from "../platform/db/open-transaction.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { saveCycleSignals } from "./save-cycle-signals.ts";

/** The day on which these tests play. */
export const today = "2026-11-20";
export const day = (offset: number, from = today) =>
  isoFromDayNumber((dayNumberFromIso(from) ?? 0) + offset);

interface SignalRow {
  kind: string;
  severity: string;
  status: string;
  outcome: string | null;
  money: number;
  owner: string | null;
  reason: { code: string; params: Record<string, unknown> };
  evidence: Record<string, unknown>[];
  first: string;
}

/** For tests: a workspace with a manager's account, and the round that looks after its signals. */
export const cycleSignalBench = async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const managerId = await makeUser(world, tenant, "manager");
  const sql = (text: string) => askTenant(world, tenant, text);
  const account = (columns: object, standing: object = {}) =>
    makeAccount(
      world,
      tenant,
      {
        name: "北辰电气",
        manager_user_id: managerId,
        backup_user_id: tenant.adminUserId,
        ...columns,
      },
      { revenue_12m_minor: 80_000_000, value_at_risk_minor: 5_000_000, p_lost: 0.2, ...standing },
    );
  const signals = () =>
    askTenant<SignalRow>(
      world,
      tenant,
      `select kind, severity, status, outcome, money_at_stake_minor as money, owner_user_id as owner, reason, evidence,
         first_seen_on as first from signal order by first_seen_on, kind, id`,
    );
  /** The account that a round and a duty are of where none is named. */
  const home = { accountId: await account({}) };
  return Object.assign(home, {
    world,
    tenant,
    managerId,
    account,
    sql,
    signals,
    open: async () => (await signals()).filter(({ status }) => status !== "resolved"),
    round: (
      on = today,
      accountIds: readonly string[] = [home.accountId],
      now?: Date,
    ): Promise<void> =>
      withTenant(world.database, tenant.scope, (tx) =>
        saveCycleSignals(tx, {
          tenantId: tenant.tenantId,
          today: on,
          accountIds,
          ...(now ? { now } : {}),
        }),
      ),
    publish: (rules: Partial<SignalRules>) =>
      withTenant(world.database, tenant.scope, (tx) =>
        tx
          .insertInto("signal_rule")
          .values({
            tenant_id: tenant.tenantId,
            version: 1,
            rules: JSON.stringify({ ...defaultSignalRules, ...rules }),
          })
          .execute(),
      ),
    duty: (columns: object = {}): Promise<string> =>
      makeRow(world, tenant, "obligation", {
        account_id: home.accountId,
        kind: "visit",
        policy_version: 0,
        policy_line: "default",
        period_from: day(-50),
        period_to: day(-10),
        due_on: day(-10),
        ...columns,
      }),
  });
};
export type CycleSignalBench = Awaited<ReturnType<typeof cycleSignalBench>>;
