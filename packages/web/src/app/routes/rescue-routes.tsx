import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

export const rescuesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/rescues",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/rescue/rescues-screen.tsx")),
    "RescuesScreen",
  ),
});
