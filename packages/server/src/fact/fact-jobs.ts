import { defineJobs } from "../platform/jobs/job-registry.ts";
import { endExpiredFacts } from "./end-expired-facts.ts";

/** Nightly: what may no longer be kept goes. */
export const factJobs = defineJobs({
  end_expired_facts: (_, context) => endExpiredFacts(context),
});
