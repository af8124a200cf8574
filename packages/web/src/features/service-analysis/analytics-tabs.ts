import type { Permission } from "@mainstay/domain/access/permission";

/** The parts of 分析 in their order. A room that brings one adds its line here and its route in analytics-routes.tsx. */
export const analyticsTabs = [
  { tab: "service", to: "/analytics", needs: "voice.view" },
  { tab: "needs", to: "/analytics/needs", needs: "need.view" },
] as const satisfies readonly { tab: string; to: string; needs: Permission }[];
