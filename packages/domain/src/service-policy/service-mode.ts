/** 服务模式, who serves the account and how closely, the closest first: 高层直管, 驻扎服务, 双人小组, 专属顾问, 统一服务台. */
export const serviceModes = [
  "executive_direct",
  "on_site",
  "two_person_team",
  "named_adviser",
  "service_desk",
] as const;
export type ServiceMode = (typeof serviceModes)[number];
