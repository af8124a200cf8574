import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { workspaceRoute } from "./workspace-route.tsx";

const list = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/accounts",
  component: lazyRouteComponent(
    () => import("../../features/account/accounts-screen.tsx"),
    "AccountsScreen",
  ),
});

const one = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/accounts/$accountId",
  component: lazyRouteComponent(
    () => import("../../features/account/account-screen.tsx"),
    "AccountScreen",
  ),
});

export const accountRoutes = [list, one] as const;
