import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readHandoverSearch } from "../../features/handover/handover-search.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

const list = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/handovers",
  validateSearch: readHandoverSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/handover/handovers-screen.tsx")),
    "HandoversScreen",
  ),
});

const one = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/handovers/$handoverId",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/handover/handover-screen.tsx")),
    "HandoverScreen",
  ),
});

const change = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/accounts/$accountId/changes/$changeId",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/requirement-change/change-screen.tsx")),
    "ChangeScreen",
  ),
});

export const handoverRoutes = [list, one, change] as const;
