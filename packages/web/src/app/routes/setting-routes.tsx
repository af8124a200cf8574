import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
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

export const settingRoutes = [settingsRoute.addChildren([index, me])] as const;
