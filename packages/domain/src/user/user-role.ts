/** What a person may be in a workspace (product.md, "Who uses it"). */
export const userRoles = [
  "manager",
  "director",
  "sponsor",
  "service",
  "analyst",
  "compliance",
  "admin",
] as const;
export type UserRole = (typeof userRoles)[number];

/**
 * `own`: only the accounts one is manager, backup or sponsor of. `team`: also those of the colleagues in one's
 * department and the departments below it. `all`: the whole portfolio.
 */
export const visibilities = ["own", "team", "all"] as const;
export type Visibility = (typeof visibilities)[number];
