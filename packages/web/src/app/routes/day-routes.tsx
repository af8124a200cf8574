import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readDaysSearch } from "../../features/day/days-search.ts";
import { workspaceRoute } from "./workspace-route.tsx";

export const daysRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/people/days",
  validateSearch: readDaysSearch,
  component: lazyRouteComponent(() => import("../../features/day/days-screen.tsx"), "DaysScreen"),
});
