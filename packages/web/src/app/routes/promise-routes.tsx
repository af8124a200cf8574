import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readPromiseSearch } from "../../features/promise/promise-search.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

/** 承诺: the ledger, the board of departments, and one promise in a drawer. */
export const promisesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/promises",
  validateSearch: readPromiseSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/promise/promises-screen.tsx")),
    "PromisesScreen",
  ),
});
