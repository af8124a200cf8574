import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readOutboxSearch } from "../../features/quick-log/outbox-search.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

export const outboxRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/outbox",
  validateSearch: readOutboxSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/quick-log/outbox-screen.tsx")),
    "OutboxScreen",
  ),
});
