import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readObligationSearch } from "../../features/obligation/obligation-search.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

export const obligationsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/obligations",
  validateSearch: readObligationSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/obligation/obligations-screen.tsx")),
    "ObligationsScreen",
  ),
});
