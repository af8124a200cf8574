import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { systemClock } from "../platform/clock/clock.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import type { JobContext } from "../platform/jobs/job-registry.ts";
import { openKeyRing } from "../platform/secrets/open-key-ring.ts";
import { createLog } from "../platform/log/create-log.ts";

/** The context in which a command at the terminal does a job's work itself. */
export const terminalJobContext = (
  database: Database,
  tenantId: TenantId,
  dataDir: string,
): JobContext => {
  const scope = systemScope(tenantId);
  const patient = { statementTimeoutMs: 0 };
  return {
    tenantId,
    database,
    dataDir,
    keyRing: openKeyRing({ dataDir, sealingKeys: process.env.MAINSTAY_KEY }),
    clock: systemClock,
    log: createLog("silent"),
    attempt: 1,
    isLastAttempt: true,
    abort: new AbortController().signal,
    actor: null,
    requestId: null,
    read: (work, options) => withTenantReadOnly(database, scope, work, { ...patient, ...options }),
    write: (work, options) => withTenant(database, scope, work, { ...patient, ...options }),
  };
};
