import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

export const healthRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/health",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/health/health-screen.tsx")),
    "HealthScreen",
  ),
});
