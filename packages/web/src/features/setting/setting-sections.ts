import type { Permission } from "@mainstay/domain/access/permission";

/** The sections of Settings in their order, and the permission without which one is not listed. */
export const settingSections = [
  { section: "me", to: "/settings/me", needs: null },
] as const satisfies readonly { section: string; to: string; needs: Permission | null }[];
