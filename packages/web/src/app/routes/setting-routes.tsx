import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { readAuditSearch } from "../../features/setting/audit/audit-search.ts";
import { workspaceRoute } from "./workspace-route.tsx";

const settingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/settings",
  component: lazyRouteComponent(
    () => import("../../features/setting/settings-frame.tsx"),
    "SettingsFrame",
  ),
});

const index = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/settings/me", replace: true });
  },
});

const me = createRoute({
  getParentRoute: () => settingsRoute,
  path: "me",
  component: lazyRouteComponent(
    () => import("../../features/setting/me/my-settings.tsx"),
    "MySettings",
  ),
});

const tokens = createRoute({
  getParentRoute: () => settingsRoute,
  path: "tokens",
  component: lazyRouteComponent(
    () => import("../../features/setting/tokens/access-token-settings.tsx"),
    "AccessTokenSettings",
  ),
});

const workspace = createRoute({
  getParentRoute: () => settingsRoute,
  path: "workspace",
  component: lazyRouteComponent(
    () => import("../../features/setting/workspace/workspace-settings.tsx"),
    "WorkspaceSettings",
  ),
});

const users = createRoute({
  getParentRoute: () => settingsRoute,
  path: "users",
  component: lazyRouteComponent(
    () => import("../../features/setting/users/user-settings.tsx"),
    "UserSettings",
  ),
});

const rates = createRoute({
  getParentRoute: () => settingsRoute,
  path: "rates",
  component: lazyRouteComponent(
    () => import("../../features/setting/rates/exchange-rate-settings.tsx"),
    "ExchangeRateSettings",
  ),
});

const workdays = createRoute({
  getParentRoute: () => settingsRoute,
  path: "workdays",
  component: lazyRouteComponent(
    () => import("../../features/setting/workdays/workday-settings.tsx"),
    "WorkdaySettings",
  ),
});

const pauses = createRoute({
  getParentRoute: () => settingsRoute,
  path: "pauses",
  component: lazyRouteComponent(
    () => import("../../features/setting/pauses/pause-settings.tsx"),
    "PauseSettings",
  ),
});

const policy = createRoute({
  getParentRoute: () => settingsRoute,
  path: "policy",
  component: lazyRouteComponent(
    () => import("../../features/setting/policy/policy-settings.tsx"),
    "PolicySettings",
  ),
});

const audit = createRoute({
  getParentRoute: () => settingsRoute,
  path: "audit",
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(
    () => import("../../features/setting/audit/audit-settings.tsx"),
    "AuditSettings",
  ),
});

export const settingRoutes = [
  settingsRoute.addChildren([
    index,
    me,
    tokens,
    workspace,
    users,
    rates,
    workdays,
    pauses,
    policy,
    audit,
  ]),
] as const;
