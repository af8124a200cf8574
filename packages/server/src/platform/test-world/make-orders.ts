import { settleAccounts } from "../../order/settle-accounts.ts";
import { newId } from "../clock/new-id.ts";
import { withTenant } from "../db/open-transaction.ts";
import type { TestTenant } from "./make-tenant.ts";
import type { TestWorld } from "./test-world.ts";

/** A day, the net amount in minor units (a return when negative), and the cost where it is known. */
export type TestOrder = readonly [on: string, netMinor: number, costMinor?: number];

/** Add orders of an account and bring its order-days up to date. */
export const makeOrders = (
  world: TestWorld,
  tenant: TestTenant,
  accountId: string,
  orders: readonly TestOrder[],
): Promise<void> =>
  withTenant(world.database, tenant.scope, async (tx) => {
    await tx
      .insertInto("sales_order")
      .values(
        orders.map(([on, net, cost]) => ({
          tenant_id: tenant.tenantId,
          id: newId(),
          external_id: newId(),
          account_id: accountId,
          kind: "order",
          ordered_on: on,
          booked_on: on,
          currency: "CNY",
          net_minor: net,
          base_net_minor: net,
          cost_minor: cost ?? null,
          base_cost_minor: cost ?? null,
        })),
      )
      .execute();
    await settleAccounts(tx, tenant.tenantId, [accountId]);
  });

/** Orders every `gap` days back from a day, so many of them, each of the same amount. */
export const steadyOrders = (
  lastOn: string,
  gap: number,
  count: number,
  netMinor: number,
  costMinor?: number,
): TestOrder[] =>
  Array.from({ length: count }, (_, i) => {
    const on = new Date(Date.parse(lastOn) - i * gap * 86_400_000).toISOString().slice(0, 10);
    return costMinor === undefined ? [on, netMinor] : [on, netMinor, costMinor];
  });
