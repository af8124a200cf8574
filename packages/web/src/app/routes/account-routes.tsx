import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readAccountSearch } from "../../features/account/account-search.ts";
import { prefetchAccount } from "../../features/account/prefetch-account.ts";
import { readBriefSearch } from "../../features/brief/brief-search.ts";
import { readMapSearch } from "../../features/relationship-map/map-search.ts";
import { loadMapScreen, prefetchMap } from "../../features/relationship-map/prefetch-map.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { readSupportSearch } from "../../features/relationship/support-search.ts";
import { readChainSearch } from "../../features/decision-chain/chain-search.ts";
import { workspaceRoute } from "./workspace-route.tsx";

const list = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/accounts",
  validateSearch: readAccountSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/account/accounts-screen.tsx")),
    "AccountsScreen",
  ),
});

const one = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/accounts/$accountId",
  // Asked for while the code of the screen is on its way, or when a link to it is only hovered.
  loader: ({ params }) => void prefetchAccount(params.accountId),
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/account-page/account-screen.tsx")),
    "AccountScreen",
  ),
});

const brief = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/accounts/$accountId/brief",
  validateSearch: readBriefSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/brief/brief-screen.tsx")),
    "BriefScreen",
  ),
});

const map = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/accounts/$accountId/map",
  validateSearch: readMapSearch,
  loaderDeps: ({ search: { project, asOf } }) => ({ project, asOf }),
  loader: ({ params, deps }) => void prefetchMap(params.accountId, deps),
  component: lazyRouteComponent(() => withLaterWords(loadMapScreen), "MapScreen"),
});

const support = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/accounts/$accountId/support",
  validateSearch: readSupportSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/relationship/support-screen.tsx")),
    "SupportScreen",
  ),
});

const cycle = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/accounts/$accountId/cycle",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/cycle/cycle-screen.tsx")),
    "CycleScreen",
  ),
});

const chain = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/accounts/$accountId/chain",
  validateSearch: readChainSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/decision-chain/chain-screen.tsx")),
    "ChainScreen",
  ),
});

export const accountRoutes = [chain, list, one, brief, map, support, cycle] as const;
