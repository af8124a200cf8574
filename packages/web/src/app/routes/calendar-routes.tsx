import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readCalendarSearch } from "../../features/calendar/calendar-search.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

export const calendarRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/calendar",
  validateSearch: readCalendarSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/calendar/calendar-screen.tsx")),
    "CalendarScreen",
  ),
});
