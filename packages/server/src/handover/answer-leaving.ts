import type { Grade } from "@mainstay/domain/account/grade";
import type { Segment } from "@mainstay/domain/account/segment";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { monthsAfter } from "@mainstay/domain/calendar/months-after";
import { answerToLeaving } from "@mainstay/domain/handover/key-contact";
import type { HandoverCause } from "@mainstay/domain/handover/handover-kind";
import type { JobEnding } from "@mainstay/domain/person/job-ending";
import { sql } from "kysely";
import { seeingWholePerson } from "../person/seeing-whole-person.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { dropHandovers } from "./drop-handovers.ts";
import { type HandoverAuthor, startHandover } from "./start-handover.ts";
import { addSuccessorTask, dropSuccessorTask } from "./successor-task.ts";

interface LeavingFacts {
  has_role: boolean;
  influence: number | null;
  two_way: number;
  others_in_contact: boolean;
  in_contact: boolean;
  still_works_there: boolean;
  manager_user_id: string | null;
  owner_user_id: string | null;
  segment: Segment | null;
  grade: Grade | null;
  lifecycle_stage: string | null;
  in_programme: boolean;
}

/** What the rule needs to know of the contact and the account; read whoever asks, shown to nobody. */
const readLeaving = async (
  tx: Tx,
  tenantId: string,
  { personId, accountId, since }: { personId: string; accountId: string; since: IsoDay },
): Promise<LeavingFacts | undefined> => {
  const tenant = sql`${tenantId}::uuid`;
  const [person, account] = [sql`${personId}::uuid`, sql`${accountId}::uuid`];
  const { rows } = await sql<LeavingFacts>`
    with recent as (
      select person_ids, is_two_way from interaction
      where tenant_id = ${tenant} and account_id = ${account} and occurred_on >= ${since}::date)
    select
      exists (select 1 from buying_role where tenant_id = ${tenant} and account_id = ${account} and person_id = ${person}) as has_role,
      (select influence from influence_assessment where tenant_id = ${tenant} and account_id = ${account} and person_id = ${person}
        order by assessed_on desc, id desc limit 1) as influence,
      (select count(*)::int from recent where is_two_way and person_ids @> array[${person}]) as two_way,
      exists (select 1 from recent where person_ids @> array[${person}]) as in_contact,
      exists (select 1 from recent r join position o on o.tenant_id = ${tenant} and o.account_id = ${account}
        and o.person_id <> ${person} and o.person_id = any(r.person_ids) and o.ends_on is null) as others_in_contact,
      exists (select 1 from position where tenant_id = ${tenant} and account_id = ${account} and person_id = ${person}
        and ends_on is null) as still_works_there,
      m.id as manager_user_id, coalesce(m.id, b.id) as owner_user_id, s.segment, s.grade, a.lifecycle_stage,
      exists (select 1 from programme_membership p where p.tenant_id = a.tenant_id and p.account_id = a.id
        and p.status = 'active') as in_programme
    from account a
    left join account_standing s on s.tenant_id = a.tenant_id and s.account_id = a.id
    left join app_user m on m.tenant_id = a.tenant_id and m.id = a.manager_user_id and m.is_active
    left join app_user b on b.tenant_id = a.tenant_id and b.id = a.backup_user_id and b.is_active
    where a.tenant_id = ${tenant} and a.id = ${account}`.execute(tx);
  return rows[0];
};

/**
 * 联系人离任 Answers the end of a contact's job in the same transaction: a handover for a key contact of an account that is cared
 * for, a task for one of another account. Nothing when the person still holds another job there.
 */
export const answerLeaving = async (
  tx: Tx,
  author: HandoverAuthor & { readonly today: IsoDay },
  job: { positionId: string; personId: string; accountId: string; because: JobEnding },
): Promise<void> => {
  const { tenantId, today } = author;
  const { personId, accountId, because } = job;
  const facts = await seeingWholePerson(tx, () =>
    readLeaving(tx, tenantId, { personId, accountId, since: monthsAfter(today, -12) }),
  );
  if (!facts || facts.still_works_there) return;
  const answer = answerToLeaving(
    {
      hasBuyingRole: facts.has_role,
      influence: facts.influence,
      isOnlyThread: facts.in_contact && !facts.others_in_contact,
      twoWayContactsIn12Months: facts.two_way,
    },
    {
      hasManager: facts.manager_user_id !== null,
      segment: facts.segment,
      grade: facts.grade,
      isInProgramme: facts.in_programme,
      hasStage: facts.lifecycle_stage !== null,
    },
    because,
  );
  const ownerUserId = facts.owner_user_id;
  if (answer === "handover")
    await startHandover(tx, author, {
      side: "theirs",
      accountId,
      personId,
      ownerUserId,
      because: because as HandoverCause,
    });
  if (answer === "task") await addSuccessorTask(tx, author, { ...job, ownerUserId });
};

/** 联系人回来 The person works at the account (again): what their leaving set off there is dropped. */
export const answerReturn = async (
  tx: Tx,
  author: HandoverAuthor,
  job: { personId: string; accountId: string },
): Promise<void> => {
  await dropHandovers(
    tx,
    author,
    sql`side = 'theirs' and person_id = ${job.personId}::uuid and account_id = ${job.accountId}::uuid`,
    "person_returned",
  );
  await dropSuccessorTask(tx, author, job);
};

/** 合并后在职 A leaver turned out to be the same person as somebody who works there: what only their leaving set off is dropped. */
export const answerMergedReturn = (
  tx: Tx,
  author: HandoverAuthor,
  personId: string,
): Promise<void> =>
  dropHandovers(
    tx,
    author,
    sql`side = 'theirs' and because <> 'by_hand' and person_id = ${personId}::uuid and exists (select 1 from position o
      where o.tenant_id = handover.tenant_id and o.account_id = handover.account_id and o.person_id = handover.person_id
        and o.ends_on is null)`,
    "person_returned",
  );
