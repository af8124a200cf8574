/** Who a step of a playbook is for (责任角色): a seat of the account's team, or the director of the manager's department. */
export const ownerRoles = [
  "manager",
  "backup",
  "sponsor",
  "service",
  "delivery_expert",
  "director",
] as const;
export type OwnerRole = (typeof ownerRoles)[number];

/** Who holds which role on one account, and who of them still works here. */
export interface RoleHolders {
  readonly holders: Readonly<Partial<Record<OwnerRole, string | null>>>;
  readonly activeUserIds: ReadonlySet<string>;
}

/**
 * The person a role stands for: its holder, else the backup, else the manager, else nobody (the task then shows as
 * unowned). Somebody who no longer works here is passed over.
 */
export const resolveOwner = (
  role: OwnerRole,
  { holders, activeUserIds }: RoleHolders,
): string | null => {
  for (const seat of [role, "backup", "manager"] as const) {
    const userId = holders[seat];
    if (userId && activeUserIds.has(userId)) return userId;
  }
  return null;
};
