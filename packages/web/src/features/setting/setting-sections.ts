import type { Permission } from "@mainstay/domain/access/permission";

/** The sections of Settings in their order, and the permission without which one is not listed. */
export const settingSections = [
  { section: "me", to: "/settings/me", needs: null },
  { section: "tokens", to: "/settings/tokens", needs: null },
  { section: "workspace", to: "/settings/workspace", needs: "setting.view" },
  { section: "users", to: "/settings/users", needs: "user.view" },
  { section: "departments", to: "/settings/departments", needs: "user.view" },
  { section: "singleSignOn", to: "/settings/single-sign-on", needs: "setting.edit" },
  { section: "channels", to: "/settings/channels", needs: "setting.edit" },
  { section: "mailbox", to: "/settings/mailbox", needs: "mailbox.edit" },
  { section: "policy", to: "/settings/policy", needs: "policy.view" },
  { section: "signalRules", to: "/settings/signal-rules", needs: "signal_rule.view" },
  { section: "servicePolicy", to: "/settings/service-policy", needs: "service_policy.view" },
  { section: "caseClocks", to: "/settings/case-clocks", needs: "case_setting.view" },
  { section: "surveys", to: "/settings/surveys", needs: "survey.view" },
  { section: "playbooks", to: "/settings/playbooks", needs: "playbook.view" },
  { section: "rates", to: "/settings/rates", needs: "setting.view" },
  { section: "workdays", to: "/settings/workdays", needs: "setting.view" },
  { section: "pauses", to: "/settings/pauses", needs: "setting.view" },
  { section: "audit", to: "/settings/audit", needs: "audit.view" },
] as const satisfies readonly { section: string; to: string; needs: Permission | null }[];
