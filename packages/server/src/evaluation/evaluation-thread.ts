import { workerData } from "node:worker_threads";
import { openDatabase } from "../platform/db/open-database.ts";
import type { EvaluationOrder } from "./evaluate-in-thread.ts";
import { runEvaluation } from "./run-evaluation.ts";

const order = workerData as EvaluationOrder;
const database = openDatabase({
  appUrl: order.appUrl,
  maxConnections: 2,
  applicationName: "mainstay-evaluation",
});
try {
  await runEvaluation(database, order.tenantId, order.runId, order.asOf);
} finally {
  await database.end();
}
