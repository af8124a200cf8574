import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

const list = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/imports",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/import/imports-screen.tsx")),
    "ImportsScreen",
  ),
});

const one = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/imports/$importId",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/import/import-screen.tsx")),
    "ImportScreen",
  ),
});

export const importRoutes = [list, one] as const;
