import type { Evidence, SignalView } from "@mainstay/contract/signal";
import type { Actor } from "@mainstay/domain/access/actor";
import type { RiskLevel } from "@mainstay/domain/account/risk-level";
import type { Segment } from "@mainstay/domain/account/segment";
import type {
  SignalKind,
  SignalOutcome,
  SignalPlay,
  SignalSeverity,
  SignalStatus,
} from "@mainstay/domain/signal/signal-kind";
import { signalAbilities } from "@mainstay/domain/signal/signal-policy";
import { sql } from "kysely";
import { teamOf } from "../account/account-view.ts";
import { named } from "../platform/http/named.ts";

/** Columns of a signal with its account, owner and the last two-way contact, over `signal g`. */
export const signalColumns = sql`
  g.id, g.kind, g.severity, g.status, g.reason, g.evidence, g.money_at_stake_minor, g.probability, g.play,
  g.owner_user_id, o.name as owner_name, g.first_seen_on, g.last_seen_on, g.snoozed_until, g.outcome, g.outcome_note, g.outcome_money_minor,
  g.resolved_at, g.version, a.id as account_id, a.name as account_name, a.manager_user_id, a.backup_user_id,
  a.sponsor_user_id, a.expert_user_ids, m.name as manager_name, s.segment, s.level, s.last_contact_on`;

export const signalTables = sql`
  signal g
  join account a on a.tenant_id = g.tenant_id and a.id = g.account_id
  join account_standing s on s.tenant_id = g.tenant_id and s.account_id = g.account_id
  left join app_user m on m.tenant_id = a.tenant_id and m.id = a.manager_user_id
  left join app_user o on o.tenant_id = g.tenant_id and o.id = g.owner_user_id`;

export interface SignalRecord {
  id: string;
  kind: SignalKind;
  severity: SignalSeverity;
  status: SignalStatus;
  reason: { code: string; params: Record<string, unknown> };
  evidence: Evidence[];
  money_at_stake_minor: number;
  probability: number | null;
  play: SignalPlay | null;
  owner_user_id: string | null;
  owner_name: string | null;
  first_seen_on: string;
  last_seen_on: string;
  snoozed_until: string | null;
  outcome: SignalOutcome | null;
  outcome_note: string | null;
  outcome_money_minor: number | null;
  resolved_at: Date | null;
  version: number;
  account_id: string;
  account_name: string;
  manager_user_id: string | null;
  backup_user_id: string | null;
  sponsor_user_id: string | null;
  expert_user_ids: string[];
  manager_name: string | null;
  segment: Segment | null;
  level: RiskLevel;
  last_contact_on: string | null;
}

/** A signal as it goes over the wire, with what this actor may do in its present state. */
export const toSignalView = (actor: Actor, record: SignalRecord): SignalView => ({
  id: record.id,
  kind: record.kind,
  severity: record.severity,
  status: record.status,
  reason: record.reason,
  evidence: record.evidence,
  moneyAtStakeMinor: record.money_at_stake_minor,
  probability: record.probability,
  play: record.play,
  owner: named(record.owner_user_id, record.owner_name),
  firstSeenOn: record.first_seen_on,
  lastSeenOn: record.last_seen_on,
  snoozedUntil: record.snoozed_until,
  outcome: record.outcome,
  outcomeNote: record.outcome_note,
  outcomeMoneyMinor: record.outcome_money_minor,
  resolvedAt: record.resolved_at?.toISOString() ?? null,
  version: record.version,
  account: {
    id: record.account_id,
    name: record.account_name,
    segment: record.segment,
    level: record.level,
    managerName: record.manager_name,
  },
  lastContactOn: record.last_contact_on,
  can: signalAbilities(actor, teamOf(record), record.status),
});
