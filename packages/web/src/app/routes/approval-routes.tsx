import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readApprovalSearch } from "../../features/approval/approval-search.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

export const approvalsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/approvals",
  validateSearch: readApprovalSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/approval/approvals-screen.tsx")),
    "ApprovalsScreen",
  ),
});

export const programmeRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/programme",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/programme/programme-screen.tsx")),
    "ProgrammeScreen",
  ),
});
