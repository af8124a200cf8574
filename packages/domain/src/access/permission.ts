import type { UserRole } from "../user/user-role.ts";
import type { Actor } from "./actor.ts";
import type { TokenScope } from "./token-scope.ts";

interface Rule {
  readonly roles: readonly UserRole[];
  readonly scope: TokenScope;
}

const everybody: readonly UserRole[] = [
  "manager",
  "director",
  "sponsor",
  "service",
  "analyst",
  "compliance",
  "admin",
];
const customerFacing: readonly UserRole[] = ["manager", "director", "sponsor", "service", "admin"];
const stewards: readonly UserRole[] = ["director", "analyst", "admin"];

/**
 * Which roles may do what, and which token scope the act needs. Whether a single record is reachable is asked
 * separately (`<noun>-policy.ts`); whoever is not named here may not.
 */
export const permissions = {
  "account.view": { roles: everybody, scope: "read" },
  "account.edit": { roles: ["manager", "director", "admin"], scope: "write" },
  "account.export": { roles: ["manager", "director", "analyst", "admin"], scope: "read" },
  "person.view": { roles: everybody, scope: "read" },
  "person.edit": { roles: ["manager", "director", "service", "admin"], scope: "write" },
  "person.merge": { roles: ["manager", "director"], scope: "write" },
  "fact.view": { roles: everybody, scope: "read" },
  "fact.edit": { roles: ["manager", "director"], scope: "personal" },
  "fact.delete": { roles: ["manager", "director", "compliance"], scope: "personal" },
  "fact.export": { roles: ["manager", "director", "compliance"], scope: "personal" },
  "fact.reveal": { roles: ["manager", "director", "compliance"], scope: "personal" },
  "consent.view": { roles: ["manager", "director", "compliance"], scope: "read" },
  "consent.record": { roles: ["manager", "director", "compliance"], scope: "personal" },
  "privacy.view": { roles: ["director", "compliance"], scope: "read" },
  "privacy.manage": { roles: ["compliance"], scope: "personal" },
  "subject_packet.make": { roles: ["compliance"], scope: "personal" },
  "subject_request.record": {
    roles: ["manager", "director", "service", "compliance"],
    scope: "write",
  },
  "incident.record": { roles: everybody, scope: "write" },
  "project.view": { roles: everybody, scope: "read" },
  "project.edit": { roles: ["manager", "director"], scope: "write" },
  "chain.view": { roles: everybody, scope: "read" },
  "chain.edit": { roles: ["manager", "director"], scope: "write" },
  "chain.assess": { roles: ["manager", "director", "sponsor"], scope: "personal" },
  "map.view": { roles: everybody, scope: "read" },
  "map.arrange": { roles: everybody, scope: "write" },
  "map.edit": { roles: ["manager", "director"], scope: "write" },
  "relationship.view": { roles: everybody, scope: "read" },
  "day.view": { roles: everybody, scope: "read" },
  "brief.view": { roles: everybody, scope: "read" },
  "order.view": { roles: everybody, scope: "read" },
  "signal.view": { roles: everybody, scope: "read" },
  "signal.work": { roles: ["manager", "director", "sponsor", "admin"], scope: "write" },
  "task.view": { roles: everybody, scope: "read" },
  "task.edit": { roles: customerFacing, scope: "write" },
  "interaction.view": { roles: everybody, scope: "read" },
  "interaction.log": { roles: customerFacing, scope: "write" },
  "service_policy.view": { roles: everybody, scope: "read" },
  "service_policy.preview": { roles: stewards, scope: "read" },
  "service_policy.publish": { roles: ["director", "admin"], scope: "write" },
  "obligation.view": { roles: everybody, scope: "read" },
  "obligation.work": { roles: ["manager", "director", "sponsor", "service"], scope: "write" },
  "team.view": { roles: everybody, scope: "read" },
  "team.edit": { roles: ["manager", "director", "admin"], scope: "write" },
  "programme.view": { roles: everybody, scope: "read" },
  "programme.nominate": { roles: ["manager", "director"], scope: "write" },
  "programme.rule": { roles: ["director", "admin"], scope: "write" },
  "approval.view": { roles: everybody, scope: "read" },
  "approval.request": {
    roles: ["manager", "director", "sponsor", "service", "analyst", "compliance", "admin"],
    scope: "write",
  },
  "approval.decide": {
    roles: ["manager", "director", "sponsor", "compliance", "admin"],
    scope: "write",
  },
  "lifecycle.view": { roles: everybody, scope: "read" },
  "lifecycle.set": { roles: ["manager", "director", "admin"], scope: "write" },
  "playbook.view": { roles: everybody, scope: "read" },
  "playbook.edit": { roles: ["director", "admin"], scope: "write" },
  "signal_rule.view": { roles: everybody, scope: "read" },
  "signal_rule.preview": { roles: stewards, scope: "read" },
  "signal_rule.publish": { roles: ["director", "admin"], scope: "write" },
  "rescue.view": { roles: everybody, scope: "read" },
  "rescue.work": { roles: ["manager", "director", "sponsor"], scope: "write" },
  "health.view": { roles: everybody, scope: "read" },
  "health.adjust": { roles: ["manager", "director"], scope: "write" },
  "handover.view": { roles: everybody, scope: "read" },
  "handover.work": {
    roles: ["manager", "director", "sponsor", "service", "admin"],
    scope: "write",
  },
  "requirement_change.view": { roles: everybody, scope: "read" },
  "requirement_change.edit": { roles: ["manager", "director", "service"], scope: "write" },
  "calendar.view": { roles: everybody, scope: "read" },
  "calendar.edit": { roles: everybody, scope: "write" },
  "notification.view": { roles: everybody, scope: "read" },
  "notification.edit": { roles: everybody, scope: "write" },
  "case.view": { roles: everybody, scope: "read" },
  "case.open": { roles: customerFacing, scope: "write" },
  "case.work": { roles: ["manager", "director", "sponsor", "service"], scope: "write" },
  "case.direct": { roles: ["manager", "director", "sponsor"], scope: "write" },
  "case_setting.view": { roles: everybody, scope: "read" },
  "case_setting.edit": { roles: ["director", "admin"], scope: "write" },
  "incoming_message.view": { roles: ["manager", "director", "service", "admin"], scope: "read" },
  "incoming_message.sort": { roles: ["director", "service", "admin"], scope: "write" },
  "mailbox.edit": { roles: ["admin"], scope: "admin" },
  "public_link.make": { roles: ["manager", "director", "service"], scope: "write" },
  "call_back.view": { roles: everybody, scope: "read" },
  "call_back.record": {
    roles: ["manager", "director", "sponsor", "service", "analyst", "compliance"],
    scope: "write",
  },
  "inspection.view": { roles: everybody, scope: "read" },
  "inspection.run": { roles: ["analyst", "compliance"], scope: "write" },
  "cost.view": { roles: everybody, scope: "read" },
  "cost.edit": { roles: ["manager", "director", "service", "analyst"], scope: "write" },
  "promise.view": { roles: everybody, scope: "read" },
  "promise.edit": { roles: ["manager", "director", "sponsor", "service"], scope: "write" },
  "survey.view": { roles: everybody, scope: "read" },
  "survey.edit": { roles: ["director", "analyst", "admin"], scope: "write" },
  "survey.send": { roles: ["director", "analyst", "admin"], scope: "write" },
  "voice.view": { roles: everybody, scope: "read" },
  "voice.export": { roles: ["manager", "director", "analyst", "admin"], scope: "read" },
  "feedback_loop.view": { roles: everybody, scope: "read" },
  "feedback_loop.work": { roles: ["manager", "director", "sponsor", "service"], scope: "write" },
  "need.view": { roles: everybody, scope: "read" },
  "need.edit": { roles: ["manager", "director", "sponsor", "service"], scope: "write" },
  "portfolio.oversee": { roles: ["director", "sponsor", "admin"], scope: "read" },
  "import.view": { roles: stewards, scope: "read" },
  "import.run": { roles: stewards, scope: "import" },
  "evaluation.view": { roles: everybody, scope: "read" },
  "evaluation.request": { roles: stewards, scope: "write" },
  "policy.view": { roles: everybody, scope: "read" },
  "policy.simulate": { roles: stewards, scope: "read" },
  "policy.publish": { roles: ["director", "admin"], scope: "write" },
  "segment.decide": { roles: ["director", "admin"], scope: "write" },
  "setting.view": { roles: everybody, scope: "read" },
  "setting.edit": { roles: ["admin"], scope: "admin" },
  "exchange_rate.edit": { roles: ["analyst", "admin"], scope: "write" },
  "user.view": { roles: everybody, scope: "read" },
  "user.manage": { roles: ["admin"], scope: "admin" },
  "audit.view": { roles: ["compliance", "admin"], scope: "admin" },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

/** True when the actor's role, and its token's scopes if it came by a token, allow the act. */
export const isPermitted = (actor: Actor, permission: Permission): boolean => {
  const rule: Rule = permissions[permission];
  if (!rule.roles.includes(actor.role)) return false;
  return actor.scopes === null || actor.scopes.includes(rule.scope);
};

/** Every act the actor may do, for the web page to show and hide by. */
export const permittedActs = (actor: Actor): Permission[] =>
  (Object.keys(permissions) as Permission[]).filter((permission) => isPermitted(actor, permission));
