import { permissions } from "../access/permission.ts";
import type { UserRole } from "../user/user-role.ts";

/** Roles that may decide something for somebody else. */
export const approverRoles = ["manager", "director", "sponsor", "compliance", "admin"] as const;
export type ApproverRole = (typeof approverRoles)[number];

/** Whether a role may decide approvals at all; a stand-in needs it too. */
export const mayDecideApprovals = (role: UserRole): role is ApproverRole =>
  (permissions["approval.decide"].roles as readonly UserRole[]).includes(role);
