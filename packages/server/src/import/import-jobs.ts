import { defineJobs } from "../platform/jobs/job-registry.ts";
import { checkImport } from "./check-import.ts";
import { commitImport } from "./commit-import.ts";
import { undoImport } from "./undo-import.ts";

/** The background work of imports; every job may run again after a crash. */
export const importJobs = defineJobs({
  check_import: ({ importId }, context) => checkImport(context, importId),
  commit_import: ({ importId }, context) => commitImport(context, importId),
  undo_import: ({ importId }, context) => undoImport(context, importId),
});
