import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readTodaySearch } from "../../features/today/today-search.ts";
import { workspaceRoute } from "./workspace-route.tsx";

export const todayRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/",
  validateSearch: readTodaySearch,
  component: lazyRouteComponent(
    () => import("../../features/today/today-screen.tsx"),
    "TodayScreen",
  ),
});
