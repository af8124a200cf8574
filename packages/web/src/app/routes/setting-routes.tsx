import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { readAuditSearch } from "../../features/setting/audit/audit-search.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { workspaceRoute } from "./workspace-route.tsx";

const settingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/settings",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/setting/settings-frame.tsx")),
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
    () => withLaterWords(() => import("../../features/setting/me/my-settings.tsx")),
    "MySettings",
  ),
});

const tokens = createRoute({
  getParentRoute: () => settingsRoute,
  path: "tokens",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/setting/tokens/access-token-settings.tsx")),
    "AccessTokenSettings",
  ),
});

const workspace = createRoute({
  getParentRoute: () => settingsRoute,
  path: "workspace",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/setting/workspace/workspace-settings.tsx")),
    "WorkspaceSettings",
  ),
});

const users = createRoute({
  getParentRoute: () => settingsRoute,
  path: "users",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/setting/users/user-settings.tsx")),
    "UserSettings",
  ),
});

const departments = createRoute({
  getParentRoute: () => settingsRoute,
  path: "departments",
  component: lazyRouteComponent(
    () =>
      withLaterWords(() => import("../../features/setting/departments/department-settings.tsx")),
    "DepartmentSettings",
  ),
});

const singleSignOn = createRoute({
  getParentRoute: () => settingsRoute,
  path: "single-sign-on",
  component: lazyRouteComponent(
    () =>
      withLaterWords(
        () => import("../../features/setting/single-sign-on/single-sign-on-settings.tsx"),
      ),
    "SingleSignOnSettings",
  ),
});

const channels = createRoute({
  getParentRoute: () => settingsRoute,
  path: "channels",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/setting/channels/channel-settings.tsx")),
    "ChannelSettings",
  ),
});

const mailbox = createRoute({
  getParentRoute: () => settingsRoute,
  path: "mailbox",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/mailbox/mailbox-settings.tsx")),
    "MailboxSettings",
  ),
});

const rates = createRoute({
  getParentRoute: () => settingsRoute,
  path: "rates",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/setting/rates/exchange-rate-settings.tsx")),
    "ExchangeRateSettings",
  ),
});

const workdays = createRoute({
  getParentRoute: () => settingsRoute,
  path: "workdays",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/setting/workdays/workday-settings.tsx")),
    "WorkdaySettings",
  ),
});

const pauses = createRoute({
  getParentRoute: () => settingsRoute,
  path: "pauses",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/setting/pauses/pause-settings.tsx")),
    "PauseSettings",
  ),
});

const policy = createRoute({
  getParentRoute: () => settingsRoute,
  path: "policy",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/setting/policy/policy-settings.tsx")),
    "PolicySettings",
  ),
});

const signalRules = createRoute({
  getParentRoute: () => settingsRoute,
  path: "signal-rules",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/signal-rule/signal-rules-screen.tsx")),
    "SignalRulesScreen",
  ),
});

const servicePolicy = createRoute({
  getParentRoute: () => settingsRoute,
  path: "service-policy",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/service-policy/service-policy-settings.tsx")),
    "ServicePolicySettings",
  ),
});

const caseClocks = createRoute({
  getParentRoute: () => settingsRoute,
  path: "case-clocks",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/case-clock/case-clock-settings.tsx")),
    "CaseClockSettings",
  ),
});

const surveys = createRoute({
  getParentRoute: () => settingsRoute,
  path: "surveys",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/survey/survey-settings.tsx")),
    "SurveySettings",
  ),
});

const playbooks = createRoute({
  getParentRoute: () => settingsRoute,
  path: "playbooks",
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/playbook/playbook-settings.tsx")),
    "PlaybookSettings",
  ),
});

const audit = createRoute({
  getParentRoute: () => settingsRoute,
  path: "audit",
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(
    () => withLaterWords(() => import("../../features/setting/audit/audit-settings.tsx")),
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
    departments,
    singleSignOn,
    channels,
    mailbox,
    rates,
    workdays,
    pauses,
    playbooks,
    policy,
    servicePolicy,
    caseClocks,
    surveys,
    signalRules,
    audit,
  ]),
] as const;
