import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readNeedAnalysisSearch } from "../../features/need/need-analysis-search.ts";
import { readAnalysisSearch } from "../../features/service-analysis/analysis-search.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

const frame = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/analytics",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/service-analysis/analytics-frame.tsx")),
    "AnalyticsFrame",
  ),
});

const service = createRoute({
  getParentRoute: () => frame,
  path: "/",
  validateSearch: readAnalysisSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/service-analysis/service-screen.tsx")),
    "ServiceScreen",
  ),
});

const needs = createRoute({
  getParentRoute: () => frame,
  path: "needs",
  validateSearch: readNeedAnalysisSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/need/need-analysis-screen.tsx")),
    "NeedAnalysisScreen",
  ),
});

export const analyticsRoutes = [frame.addChildren([service, needs])] as const;
