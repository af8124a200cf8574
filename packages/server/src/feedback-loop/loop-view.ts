import type { LoopView } from "@mainstay/contract/feedback-loop";
import type { Actor } from "@mainstay/domain/access/actor";
import type { FeedbackLoopStatus } from "@mainstay/domain/feedback-loop/feedback-loop-status";
import { loopAbilities } from "@mainstay/domain/feedback-loop/loop-policy";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { type RawBuilder, sql } from "kysely";
import { teamOf } from "../account/account-view.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";

interface LoopRecord {
  id: string;
  account_id: string;
  account_name: string;
  manager_user_id: string | null;
  backup_user_id: string | null;
  sponsor_user_id: string | null;
  expert_user_ids: string[];
  person_id: string | null;
  seen_person_id: string | null;
  person_name: string | null;
  department_id: string | null;
  department_name: string | null;
  owner_user_id: string | null;
  owner_name: string | null;
  status: FeedbackLoopStatus;
  is_urgent: boolean;
  opened_at: Date;
  contact_due_at: Date;
  scale: VoiceScale | null;
  score_before: number | null;
  score_after: number | null;
  question: LoopView["question"];
  row_words: LoopView["row"];
  question_id: string | null;
  response_id: string | null;
  call_back_id: string | null;
  case_id: string | null;
  case_number: number | null;
  case_title: string | null;
  complained_user_ids: string[] | null;
  need_id: string | null;
  need_title: string | null;
  contacted_at: Date | null;
  contacted_by: string | null;
  contact_note: string | null;
  rectified_at: Date | null;
  rectified_by: string | null;
  rectification: string | null;
  followed_up_at: Date | null;
  followed_up_by: string | null;
  follow_up_note: string | null;
  asked_again_at: Date | null;
  asked_again_by: string | null;
  remeasured_at: Date | null;
  drop_asked_by: string | null;
  drop_asked_at: Date | null;
  dropped_because: string | null;
  names: Record<string, string> | null;
  version: number;
}

/** Who reads, and the instant by which clocks have run out. */
export interface LoopReader {
  readonly actor: Actor;
  readonly now: Date;
}

const toView = ({ actor, now }: LoopReader, record: LoopRecord): LoopView => {
  const by = (userId: string | null) => named(userId, userId && (record.names?.[userId] ?? null));
  const isAboutMe = record.complained_user_ids?.includes(actor.userId) ?? false;
  const step = (at: Date | null, userId: string | null, evidence: string | null) =>
    at && { at: at.toISOString(), by: by(userId), evidence: isAboutMe ? null : evidence };
  const isOpen = record.status === "open";
  const isDropped = record.status === "dropped";
  return {
    id: record.id,
    account: { id: record.account_id, name: record.account_name },
    // Whom the case complains about is not told who complained, nor led to their answer.
    person: isAboutMe ? null : named(record.seen_person_id, record.person_name),
    department: named(record.department_id, record.department_name),
    owner: named(record.owner_user_id, record.owner_name),
    status: record.status,
    isUrgent: record.is_urgent,
    openedAt: record.opened_at.toISOString(),
    contactDueAt: record.contact_due_at.toISOString(),
    isOverdue: isOpen && record.contact_due_at < now,
    scale: record.scale,
    scoreBefore: record.score_before,
    scoreAfter: record.score_after,
    question: record.question,
    row: record.row_words,
    responseId: isAboutMe ? null : record.response_id,
    callBackId: isAboutMe ? null : record.call_back_id,
    case:
      record.case_id && record.case_number !== null
        ? { id: record.case_id, number: record.case_number, title: record.case_title ?? "" }
        : null,
    need: record.need_id ? { id: record.need_id, title: record.need_title ?? "" } : null,
    contacted: step(record.contacted_at, record.contacted_by, record.contact_note),
    rectified: step(record.rectified_at, record.rectified_by, record.rectification),
    followedUp: step(record.followed_up_at, record.followed_up_by, record.follow_up_note),
    askedAgain: step(record.asked_again_at, record.asked_again_by, null),
    remeasuredAt: record.remeasured_at?.toISOString() ?? null,
    drop:
      record.drop_asked_at && !isDropped
        ? {
            askedBy: by(record.drop_asked_by),
            askedAt: record.drop_asked_at.toISOString(),
            because: record.dropped_because ?? "",
          }
        : null,
    droppedBecause: isDropped ? record.dropped_because : null,
    version: record.version,
    can: loopAbilities(actor, teamOf(record), {
      status: record.status,
      ownerUserId: record.owner_user_id,
      personId: record.person_id,
      questionId: record.question_id,
      askedAgainAt: record.asked_again_at,
      dropAskedBy: record.drop_asked_by,
      complainedUserIds: record.complained_user_ids ?? [],
    }),
  };
};

const question = sql`(select q from survey_response p
  join survey_round d on d.tenant_id = p.tenant_id and d.id = p.round_id
  cross join lateral jsonb_array_elements(d.questions) q
  where p.tenant_id = l.tenant_id and p.id = l.response_id and q ->> 'id' = l.question_id::text limit 1)`;

/** Loops that meet a condition on `feedback_loop l`, in the order given. */
export const listLoopViews = async (
  db: Db,
  reader: LoopReader,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<LoopView[]> => {
  const { rows } = await sql<LoopRecord>`
    with l as materialized (
      select * from feedback_loop l where l.tenant_id = ${reader.actor.tenantId}::uuid and ${condition}
      order by ${order} limit ${sql.lit(limit)})
    select l.*, a.name as account_name, a.manager_user_id, a.backup_user_id, a.sponsor_user_id, a.expert_user_ids,
      p.id as seen_person_id, p.name as person_name, d.name as department_name, o.name as owner_name,
      asked.q -> 'words' as question,
      (select r - 'key' from jsonb_array_elements(asked.q -> 'rows') r where r ->> 'key' = l.row_key) as row_words,
      c.number as case_number, c.title as case_title, c.complained_user_ids, n.title as need_title,
      (select jsonb_object_agg(u.id, u.name) from app_user u where u.tenant_id = l.tenant_id
        and u.id in (l.contacted_by, l.rectified_by, l.followed_up_by, l.asked_again_by, l.drop_asked_by)) as names
    from l join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
    left join lateral (select ${question} as q) asked on true
    left join person p on p.tenant_id = l.tenant_id and p.id = l.person_id
    left join department d on d.tenant_id = l.tenant_id and d.id = l.department_id
    left join app_user o on o.tenant_id = l.tenant_id and o.id = l.owner_user_id
    left join service_case c on c.tenant_id = l.tenant_id and c.id = l.case_id
    left join need n on n.tenant_id = l.tenant_id and n.id = l.need_id
    order by ${order}`.execute(db);
  return rows.map((record) => toView(reader, record));
};

/** One loop; `feedback_loop.not_found` when it is not there for this actor. */
export const getLoopView = async (
  db: Db,
  reader: LoopReader,
  loopId: string,
): Promise<LoopView> => {
  const [found] = await listLoopViews(db, reader, sql`l.id = ${loopId}::uuid`, sql`l.id`, 1);
  if (!found) throw new AppError("feedback_loop.not_found");
  return found;
};
