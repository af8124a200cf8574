import { workloads } from "@mainstay/contract/workload";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { readWorkload } from "./workload-screen.ts";

export const workloadRoutes = (app: App): void => {
  serve(app, workloads.get, (context) => context.read((db) => readWorkload(db, context)));
};
