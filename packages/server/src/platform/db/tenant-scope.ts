import type { Actor } from "@mainstay/domain/access/actor";
import {
  type FactClass,
  factClasses,
  seesRestrictedPersons,
} from "@mainstay/domain/fact/fact-class";
import { isUuid, type TenantId } from "@mainstay/domain/tenant/tenant-id";
import { visibilities, type Visibility } from "@mainstay/domain/user/user-role";

/**
 * Who is asking, as row-level security sees it. Make one with `actorScope`, `systemScope` or `blindScope`; whatever a
 * scope does not say is taken as the strictest.
 */
export interface TenantScope {
  readonly tenantId: TenantId;
  readonly actorUserId: string | null;
  readonly visibility: Visibility;
  /** Whose records are in sight unless `visibility` is `all`. */
  readonly teamUserIds: readonly string[];
  readonly factClasses: readonly FactClass[];
  /** Whether persons whose use is restricted are in sight. */
  readonly seesRestricted: boolean;
}

/** What this caller sees, no more. */
export const actorScope = (actor: Actor & { readonly tenantId: string }): TenantScope => ({
  tenantId: actor.tenantId as TenantId,
  actorUserId: actor.userId,
  visibility: actor.visibility,
  teamUserIds: actor.teamUserIds,
  factClasses: actor.factClasses,
  seesRestricted: seesRestrictedPersons(actor.role, actor.scopes),
});

/** The product itself at work (jobs, nightly rounds, the terminal): everything of the workspace. */
export const systemScope = (
  tenantId: TenantId,
  actorUserId: string | null = null,
): TenantScope => ({
  tenantId,
  actorUserId,
  visibility: "all",
  teamUserIds: [],
  factClasses,
  seesRestricted: true,
});

/** Before it is known what somebody sees (sign-in, links): the workspace's own rows, no customer's and no person's. */
export const blindScope = (tenantId: TenantId, actorUserId: string | null = null): TenantScope => ({
  tenantId,
  actorUserId,
  visibility: "own",
  teamUserIds: [],
  factClasses: [],
  seesRestricted: false,
});

/** The scope as settings of a transaction, every value checked, so that it may stand in a statement's text. */
export const scopeSettings = (scope: TenantScope | null): [name: string, value: string][] => {
  const actor = scope?.actorUserId ?? "";
  const visibility = scope?.visibility ?? "own";
  const team = scope?.teamUserIds ?? [];
  const classes = scope?.factClasses ?? [];
  if (scope && !isUuid(scope.tenantId)) throw new Error("A transaction needs the tenant's UUID.");
  if (actor && !isUuid(actor)) throw new Error("A transaction needs the actor's UUID.");
  if (!visibilities.includes(visibility)) throw new Error("Unknown visibility.");
  if (!team.every(isUuid)) throw new Error("A team is made of UUIDs.");
  if (!classes.every((one) => factClasses.includes(one))) throw new Error("Unknown fact class.");
  return [
    ["mainstay.tenant", scope?.tenantId ?? ""],
    ["mainstay.actor", actor],
    ["mainstay.visibility", visibility],
    ["mainstay.team", `{${team.join(",")}}`],
    ["mainstay.fact_classes", classes.join(",")],
    ["mainstay.restricted", scope?.seesRestricted === true ? "on" : ""],
  ];
};
