import type { JobRegistry } from "./platform/jobs/job-registry.ts";

/** Every noun's background jobs; the worker runs what stands here. */
export const taskRegistry: JobRegistry = {};
