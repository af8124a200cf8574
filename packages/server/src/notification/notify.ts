import type { NotificationKind } from "@mainstay/domain/notification/notification-kind";
import { defaultWays, mayBeOff } from "@mainstay/domain/notification/notification-preference";
import {
  isUrgent,
  type NotificationReasons,
  plainReason,
} from "@mainstay/domain/notification/notification-reason";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { enqueueDigests } from "./enqueue-digests.ts";
import { passToRobots } from "./pass-to-robots.ts";

/** Where a click leads: the room that shows the subject. */
export type NotificationSubjectKind =
  | "signal"
  | "task"
  | "obligation"
  | "handover"
  | "approval"
  | "requirement_change"
  | "case"
  | "feedback_loop"
  | "inspection"
  | "promise"
  | "account"
  | "today";

/** Something some of us should hear of. One call for one piece of news, with all who should hear it. */
export type News = {
  [Kind in NotificationKind]: {
    readonly userIds: readonly string[];
    readonly kind: Kind;
    readonly subjectKind: NotificationSubjectKind;
    readonly subjectId: string | null;
    readonly accountId: string | null;
    /** Kept under the code `notification.<kind>`, whatever code the caller knows it by. */
    readonly reason: { readonly code?: string; readonly params: NotificationReasons[Kind] };
    /** The same news under the same key is told once to each; name the day in it where it may come again. */
    readonly dedupeKey: string;
  };
}[NotificationKind];

/** The news as rows for one statement: only what its kind may carry, whatever the caller put in. */
export const newsRows = (news: readonly News[]) =>
  JSON.stringify(
    news.map((one) => ({
      user_ids: one.userIds,
      kind: one.kind,
      subject_kind: one.subjectKind,
      subject_id: one.subjectId,
      account_id: one.accountId,
      reason: plainReason(one.kind, one.reason.params as Readonly<Record<string, unknown>>),
      dedupe_key: one.dedupeKey,
      is_urgent: isUrgent(one.kind, one.reason.params as Readonly<Record<string, unknown>>),
      default_way: defaultWays[one.kind],
      may_be_off: mayBeOff(one.kind),
    })),
  );

/**
 * Tells many pieces of news in the transaction of what caused them: nobody hears of what was rolled back. Skips the actor,
 * users who are no longer active and those who switched the kind off; repeated, it tells nothing again. Group robots that
 * pass the kind on get it too, and urgent mail is ordered.
 */
export const notifyAll = async (
  tx: Tx,
  tenantId: TenantId,
  news: readonly News[],
): Promise<void> => {
  if (news.length === 0) return;
  const rows = newsRows(news);
  // No conflict target and nothing returned: either would need the right to read others' notifications.
  await sql`
    insert into notification (tenant_id, id, user_id, kind, subject_kind, subject_id, account_id, reason, dedupe_key,
      is_urgent, created_at)
    select ${tenantId}::uuid, gen_random_uuid(), u.id, n.kind, n.subject_kind, n.subject_id, n.account_id, n.reason,
      n.dedupe_key, n.is_urgent, clock_timestamp()
    from jsonb_to_recordset(${rows}::jsonb) as n (user_ids uuid[], kind text, subject_kind text, subject_id uuid,
      account_id uuid, reason jsonb, dedupe_key text, is_urgent boolean, default_way text, may_be_off boolean)
    cross join lateral (select distinct reader from unnest(n.user_ids) as reader) as named
    join app_user u on u.tenant_id = ${tenantId}::uuid and u.id = named.reader and u.is_active
    left join notification_preference p on p.tenant_id = u.tenant_id and p.user_id = u.id
    where u.id is distinct from (select session_actor())
      and (not n.may_be_off or coalesce(p.ways ->> n.kind, n.default_way) <> 'off')
    on conflict do nothing`.execute(tx);
  await passToRobots(tx, tenantId, rows);
  if (rows.includes('"is_urgent":true')) await enqueueDigests(tx, tenantId);
};

/** Tells one piece of news; see `notifyAll`. */
export const notify = (tx: Tx, tenantId: TenantId, news: News): Promise<void> =>
  notifyAll(tx, tenantId, [news]);
