import type { CaseKind, CaseLevel } from "@mainstay/domain/case/case-kind";
import { buildApp } from "../app.ts";
import { openCase } from "../case/open-case.ts";
import { recordCaseEvent } from "../case/record-case-event.ts";
import { calendarDayIn } from "../platform/clock/clock.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { type TestCaller, testConfig, tokenOf } from "../platform/http/test-app.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeTenant, makeUser, type TestTenant } from "../platform/test-world/make-tenant.ts";
import { type TestWorld, testWorld } from "../platform/test-world/test-world.ts";
import { askConfirmation } from "./ask-confirmation.ts";

/** For tests: a customer with a person to ask, those of us who work on their cases and those who do not, a clock to move. */
export interface ClosingBench {
  readonly app: App;
  readonly world: TestWorld;
  readonly tenant: TestTenant;
  readonly accountId: string;
  readonly personId: string;
  readonly users: Readonly<Record<ClosingUser, string>>;
  readonly as: Readonly<Record<ClosingUser, TestCaller>>;
  readonly clock: { now: () => Date; go: (ms: number) => void };
  /** A case the manager answers for and handles; its id. */
  readonly open: (
    more?: Partial<{
      level: CaseLevel;
      kind: CaseKind;
      personId: string | null;
      complainedUserIds: string[];
    }>,
  ) => Promise<string>;
  /** The manager solves it; the token of the link the customer gets. */
  readonly solve: (caseId: string) => Promise<string>;
}
const roles = ["manager", "director", "service", "analyst", "compliance", "sponsor"] as const;
export type ClosingUser = (typeof roles)[number];

export const hour = 3_600_000;
export const dayLong = 24 * hour;

export const closingBench = async (): Promise<ClosingBench> => {
  const world = await testWorld();
  // A Wednesday morning in Shanghai.
  let now = new Date("2026-10-21T02:00:00Z");
  const clock = { now: () => now, go: (ms: number) => void (now = new Date(now.getTime() + ms)) };
  const app = await buildApp({ database: world.database, config: testConfig(), clock });
  const tenant = await makeTenant(world);
  const users = {} as Record<ClosingUser, string>;
  const as = {} as Record<ClosingUser, TestCaller>;
  for (const role of roles) {
    users[role] = await makeUser(world, tenant, role);
    // By token: a session would not outlive the days that go by.
    as[role] = await tokenOf(app, tenant, users[role], ["read", "write"]);
  }
  const accountId = await makeAccount(world, tenant, {
    name: "确认客户",
    manager_user_id: users.manager,
    sponsor_user_id: users.sponsor,
  });
  const { personId } = await makePerson(world, tenant, accountId, "周总", {
    work_email: "zhou@customer.test",
  });
  const author = () => ({
    tenantId: tenant.tenantId,
    actor: { userId: users.manager },
    requestId: null,
    now,
    today: calendarDayIn("Asia/Shanghai", now),
  });
  return {
    app,
    world,
    tenant,
    accountId,
    personId,
    users,
    as,
    clock,
    open: (more = {}) =>
      withTenant(world.database, tenant.scope, async (tx) => {
        const wanted = {
          kind: "complaint",
          level: "general",
          title: "设备停机",
          personId,
        } as const;
        const { caseId } = await openCase(tx, author(), {
          ...wanted,
          ...more,
          accountId,
          description: "客户的原话",
          channel: "phone",
        });
        return caseId;
      }),
    solve: (caseId) =>
      withTenant(world.database, tenant.scope, async (tx) => {
        const { tenantId } = tenant;
        await tx
          .updateTable("service_case")
          .set({ status: "solved", solved_at: now, solution: "更换了主板", replied_at: now })
          .where("tenant_id", "=", tenantId)
          .where("id", "=", caseId)
          .execute();
        const event = { tenantId, caseId, at: now, byUserId: users.manager };
        await recordCaseEvent(tx, {
          ...event,
          kind: "solved",
          isPublic: true,
          words: "更换了主板",
        });
        const { path } = await askConfirmation(tx, author(), { caseId });
        return path.slice("/c/#".length);
      }),
  };
};
