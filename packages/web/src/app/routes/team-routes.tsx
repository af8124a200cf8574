import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

export const teamRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/team",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/workload/team-screen.tsx")),
    "TeamScreen",
  ),
});
