import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readCaseSearch } from "../../features/case/case-search.ts";
import { prefetchCase } from "../../features/case/prefetch-case.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

const list = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/cases",
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/case/cases-screen.tsx")),
    "CasesScreen",
  ),
});

const incoming = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/cases/incoming",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/incoming-message/incoming-screen.tsx")),
    "IncomingScreen",
  ),
});

const one = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/cases/$caseId",
  loader: ({ params }) => void prefetchCase(params.caseId),
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/case/case-screen.tsx")),
    "CaseScreen",
  ),
});

const unconfirmed = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/cases/unconfirmed",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/case-closing/unconfirmed-screen.tsx")),
    "UnconfirmedScreen",
  ),
});

export const caseRoutes = [list, incoming, unconfirmed, one] as const;
