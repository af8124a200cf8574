import type { ObligationView } from "@mainstay/contract/obligation";
import type { Actor } from "@mainstay/domain/access/actor";
import type { Segment } from "@mainstay/domain/account/segment";
import type { InteractionKind } from "@mainstay/domain/interaction/interaction-kind";
import type { ObligationKind, ObligationStatus } from "@mainstay/domain/obligation/obligation-kind";
import { isDropCode, obligationAbilities } from "@mainstay/domain/obligation/obligation-policy";
import type { Cadence } from "@mainstay/domain/service-policy/cadence";
import type { PolicyLineKey } from "@mainstay/domain/service-policy/service-terms";
import { sql } from "kysely";
import { teamOf } from "../account/account-view.ts";
import { named } from "../platform/http/named.ts";
import { cadenceOf } from "./owed-sql.ts";

/** Columns of an obligation with its account and the people of ours, over `obligation o`. */
export const obligationColumns = sql`
  o.id, o.kind, o.status, o.account_id, a.name as account_name, a.manager_user_id, a.backup_user_id, a.sponsor_user_id, a.expert_user_ids, s.segment,
  o.owner_user_id, w.name as owner_name, o.period_from, o.period_to, ${cadenceOf} as every, o.due_on, o.contact_kinds,
  o.policy_version, o.policy_line, o.fulfilled_on, o.met_by_interaction_id, o.fulfilled_by, d.name as fulfilled_by_name,
  o.fulfilment_note, o.dropped_because, o.moves, o.version`;

export const obligationTables = sql`
  obligation o
  join account a on a.tenant_id = o.tenant_id and a.id = o.account_id
  left join account_standing s on s.tenant_id = o.tenant_id and s.account_id = o.account_id
  left join app_user w on w.tenant_id = o.tenant_id and w.id = o.owner_user_id
  left join app_user d on d.tenant_id = o.tenant_id and d.id = o.fulfilled_by`;

export interface ObligationRecord {
  id: string;
  kind: ObligationKind;
  status: ObligationStatus;
  account_id: string;
  account_name: string;
  manager_user_id: string | null;
  backup_user_id: string | null;
  sponsor_user_id: string | null;
  expert_user_ids: string[];
  segment: Segment | null;
  owner_user_id: string | null;
  owner_name: string | null;
  period_from: string;
  period_to: string;
  every: Cadence;
  due_on: string;
  contact_kinds: InteractionKind[];
  policy_version: number;
  policy_line: PolicyLineKey;
  fulfilled_on: string | null;
  met_by_interaction_id: string | null;
  fulfilled_by: string | null;
  fulfilled_by_name: string | null;
  fulfilment_note: string | null;
  dropped_because: string | null;
  moves: number;
  version: number;
}

/** An obligation as it goes over the wire, with what this actor may do in its present state. */
export const toObligationView = (
  actor: Actor,
  today: string,
  record: ObligationRecord,
): ObligationView => ({
  id: record.id,
  kind: record.kind,
  status: record.status,
  isOverdue: record.status === "open" && record.due_on < today,
  account: { id: record.account_id, name: record.account_name, segment: record.segment },
  owner: named(record.owner_user_id, record.owner_name),
  periodFrom: record.period_from,
  periodTo: record.period_to,
  every: record.every,
  dueOn: record.due_on,
  contactKinds: record.contact_kinds,
  policyVersion: record.policy_version,
  policyLine: record.policy_line,
  fulfilledOn: record.fulfilled_on,
  isOnTime: record.fulfilled_on === null ? null : record.fulfilled_on <= record.due_on,
  metByInteractionId: record.met_by_interaction_id,
  fulfilledBy: named(record.fulfilled_by, record.fulfilled_by_name),
  fulfilmentNote: record.fulfilment_note,
  droppedBecause: isDropCode(record.dropped_because) ? null : record.dropped_because,
  dropCode: isDropCode(record.dropped_because) ? record.dropped_because : null,
  moves: record.moves,
  version: record.version,
  can: obligationAbilities(actor, teamOf(record), {
    status: record.status,
    isMetByContact: record.met_by_interaction_id !== null,
    droppedBecause: record.dropped_because,
  }),
});
