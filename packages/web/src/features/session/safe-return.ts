import type { UserRole } from "@mainstay/domain/user/user-role";

/** Where a working day begins: compliance with what is due in privacy, everybody else with Today. */
export const homeOf = (role: UserRole): "/" | "/privacy" =>
  role === "compliance" ? "/privacy" : "/";

/** Where to go after signing in: only addresses of this page, never another site's; without one, one's own home. */
export const safeReturn = (to: string | undefined, role?: UserRole): string => {
  const place =
    to !== undefined && /^\/(?![/\\])/.test(to) && !to.startsWith("/sign-in") ? to : "/";
  return place === "/" && role !== undefined ? homeOf(role) : place;
};
