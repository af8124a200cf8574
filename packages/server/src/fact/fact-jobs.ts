import { defineJobs } from "../platform/jobs/job-registry.ts";
import { endExpiredFacts, forgetOldUploads } from "./end-expired-facts.ts";

/** Nightly: what may no longer be kept goes. */
export const factJobs = defineJobs({
  end_expired_facts: async (_, context) => {
    await endExpiredFacts(context);
    await forgetOldUploads(context);
  },
});
