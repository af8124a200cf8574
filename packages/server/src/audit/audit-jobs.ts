import { defineJobs } from "../platform/jobs/job-registry.ts";
import { raiseBrokenAudit } from "./raise-broken-audit.ts";
import {
  findLastVerification,
  findVerifiedHead,
  saveVerification,
} from "./audit-verification-queries.ts";
import { verifyAuditChain } from "./verify-audit-chain.ts";

/** Verifies the audit every night and on demand; what is found wrong is raised once, when it is first seen. */
export const auditJobs = defineJobs({
  verify_audit: async (_, context) => {
    const { tenantId, clock, log } = context;
    const verifiedAt = clock.now();
    const begun = performance.now();
    const { verdict, before } = await context.read(
      async (db) => {
        const head = await findVerifiedHead(db, tenantId);
        return {
          before: await findLastVerification(db, tenantId),
          verdict: await verifyAuditChain(db, tenantId, head ? [head] : []),
        };
      },
      { isolation: "repeatable read" },
    );
    const tookMs = Math.round(performance.now() - begun);
    const { isIntact, findings } = verdict;
    if (!isIntact) log.error({ tenantId, findings }, "the audit failed its verification");
    await context.write(async (tx) => {
      await saveVerification(tx, tenantId, verdict, { verifiedAt, tookMs });
      if (!isIntact && before?.isIntact !== false) {
        await raiseBrokenAudit(tx, context, findings);
      }
    });
  },
});
