import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withLaterWords } from "../../lib/voice.ts";
import { rootRoute } from "./root-route.tsx";

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    typeof search["to"] === "string" ? { to: search["to"] } : {},
  component: lazyRouteComponent(
    () => import("../../features/session/sign-in-screen.tsx"),
    "SignInScreen",
  ),
});

export const singleSignOnRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in/single-sign-on",
  component: lazyRouteComponent(
    () => import("../../features/session/single-sign-on-screen.tsx"),
    "SingleSignOnScreen",
  ),
});

export const secondFactorNeededRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/second-factor",
  component: lazyRouteComponent(
    () =>
      withLaterWords(() => import("../../features/setting/guard/second-factor-needed-screen.tsx")),
    "SecondFactorNeededScreen",
  ),
});

export const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/set-up",
  component: lazyRouteComponent(
    () => import("../../features/setup/set-up-screen.tsx"),
    "SetUpScreen",
  ),
});

export const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/accept",
  component: lazyRouteComponent(
    () => import("../../features/session/invitation-screen.tsx"),
    "InvitationScreen",
  ),
});
