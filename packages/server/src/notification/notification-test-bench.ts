import type { TestTenant } from "../platform/test-world/make-tenant.ts";
import type { TestWorld } from "../platform/test-world/test-world.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import type { TenantScope } from "../platform/db/tenant-scope.ts";
import { newId } from "../platform/clock/new-id.ts";
import { type News, notifyAll } from "./notify.ts";

/** For tests: news of a task that fell to these people. */
export const taskNews = (userIds: readonly string[], about: Partial<News> = {}): News =>
  ({
    userIds,
    kind: "task_assigned",
    subjectKind: "task",
    subjectId: newId(),
    accountId: null,
    reason: { params: { dueOn: "2026-12-01" } },
    dedupeKey: `task:${newId()}`,
    ...about,
  }) as News;

/** For tests: tells news in a transaction of this actor, or of the product itself. */
export const tell = (
  world: TestWorld,
  tenant: TestTenant,
  news: readonly News[],
  scope: TenantScope = { ...tenant.scope, actorUserId: null },
): Promise<void> => withTenant(world.database, scope, (tx) => notifyAll(tx, tenant.tenantId, news));
