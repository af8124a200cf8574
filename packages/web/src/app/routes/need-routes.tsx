import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readNeedSearch } from "../../features/need/need-search.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

const list = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/needs",
  validateSearch: readNeedSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/need/needs-screen.tsx")),
    "NeedsScreen",
  ),
});

const one = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/needs/$needId",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/need/need-screen.tsx")),
    "NeedScreen",
  ),
});

/** The register of needs, and one of them. */
export const needRoutes = [list, one];
