import type { RescueView } from "@mainstay/contract/rescue";
import type { Actor } from "@mainstay/domain/access/actor";
import type {
  RescueOfferKind,
  RescueOfferStatus,
  RescueStatus,
} from "@mainstay/domain/rescue/rescue-kind";
import { rescueAbilities, rescueOfferAbilities } from "@mainstay/domain/rescue/rescue-policy";
import type { SignalKind } from "@mainstay/domain/signal/signal-kind";
import { type RawBuilder, sql } from "kysely";
import { teamOf } from "../account/account-view.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";

interface OfferRecord {
  id: string;
  kind: RescueOfferKind;
  terms: string;
  costMinor: number;
  offeredBy: { id: string; name: string };
  status: RescueOfferStatus;
  approvalId: string | null;
  madeOn: string | null;
  answeredOn: string | null;
  answerNote: string | null;
  version: number;
}

interface RescueRecord {
  id: string;
  account_id: string;
  account_name: string;
  manager_user_id: string | null;
  backup_user_id: string | null;
  sponsor_user_id: string | null;
  expert_user_ids: string[];
  signal_id: string | null;
  signal_kind: SignalKind | null;
  goal: string;
  stake_minor: number;
  owner_user_id: string | null;
  owner_name: string | null;
  status: RescueStatus;
  opened_by_name: string;
  opened_on: string;
  closed_on: string | null;
  share_kept: number | null;
  cost_minor: number | null;
  avoided_loss_minor: number | null;
  result_note: string | null;
  version: number;
  offers: OfferRecord[] | null;
  tasks: RescueView["tasks"] | null;
}

const toView = (actor: Actor, record: RescueRecord): RescueView => {
  const can = rescueAbilities(actor, teamOf(record), record.status);
  return {
    id: record.id,
    account: { id: record.account_id, name: record.account_name },
    signal:
      record.signal_id && record.signal_kind
        ? { id: record.signal_id, kind: record.signal_kind }
        : null,
    goal: record.goal,
    stakeMinor: record.stake_minor,
    owner: named(record.owner_user_id, record.owner_name),
    status: record.status,
    openedBy: record.opened_by_name,
    openedOn: record.opened_on,
    closedOn: record.closed_on,
    shareKept: record.share_kept,
    costMinor: record.cost_minor,
    avoidedLossMinor: record.avoided_loss_minor,
    resultNote: record.result_note,
    offers: (record.offers ?? []).map((offer) => ({
      ...offer,
      can: rescueOfferAbilities(can.offer, offer.status),
    })),
    tasks: record.tasks ?? [],
    version: record.version,
    can,
  };
};

/** Rescues that meet a condition on `rescue r`, with their offers and tasks, in the order given. */
export const listRescueViews = async (
  db: Db,
  actor: Actor,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<RescueView[]> => {
  const { rows } = await sql<RescueRecord>`
    select r.id, r.account_id, a.name as account_name, a.manager_user_id, a.backup_user_id, a.sponsor_user_id, a.expert_user_ids,
      r.signal_id, g.kind as signal_kind, r.goal, r.stake_minor, r.owner_user_id, o.name as owner_name, r.status,
      coalesce(b.name, '') as opened_by_name, r.opened_on, r.closed_on, r.share_kept, r.cost_minor, r.avoided_loss_minor,
      r.result_note, r.version,
      (select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'terms', f.terms, 'costMinor', f.cost_minor,
          'offeredBy', jsonb_build_object('id', f.offered_by, 'name', u.name), 'status', f.status, 'approvalId', f.approval_id,
          'madeOn', f.made_on, 'answeredOn', f.answered_on, 'answerNote', f.answer_note, 'version', f.version)
          order by f.created_at, f.id)
        from rescue_offer f join app_user u on u.tenant_id = f.tenant_id and u.id = f.offered_by
        where f.tenant_id = r.tenant_id and f.rescue_id = r.id) as offers,
      (select jsonb_agg(jsonb_build_object('id', k.id, 'title', k.title, 'dueOn', k.due_on, 'status', k.status,
          'ownerName', w.name) order by k.due_on, k.id)
        from task k left join app_user w on w.tenant_id = k.tenant_id and w.id = k.owner_user_id
        where k.tenant_id = r.tenant_id and k.origin = 'rescue' and k.origin_id = r.id) as tasks
    from rescue r join account a on a.tenant_id = r.tenant_id and a.id = r.account_id
    left join signal g on g.tenant_id = r.tenant_id and g.id = r.signal_id
    left join app_user o on o.tenant_id = r.tenant_id and o.id = r.owner_user_id
    left join app_user b on b.tenant_id = r.tenant_id and b.id = r.opened_by
    where r.tenant_id = ${actor.tenantId}::uuid and ${condition}
    order by ${order} limit ${sql.lit(limit)}`.execute(db);
  return rows.map((record) => toView(actor, record));
};

/** One rescue; `rescue.not_found` when it is not there for this actor. */
export const getRescueView = async (
  db: Db,
  actor: Actor,
  rescueId: string,
): Promise<RescueView> => {
  const [found] = await listRescueViews(db, actor, sql`r.id = ${rescueId}::uuid`, sql`r.id`, 1);
  if (!found) throw new AppError("rescue.not_found");
  return found;
};
