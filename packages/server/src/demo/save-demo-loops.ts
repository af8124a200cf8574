import { shippedClockSetting } from "@mainstay/domain/case/case-clock-setting";
import type { CaseCause } from "@mainstay/domain/case/case-kind";
import {
  contactDueAt,
  hasShortClock,
  shippedContactClock,
} from "@mainstay/domain/feedback-loop/contact-clock";
import { loopOpeningOf } from "@mainstay/domain/feedback-loop/loop-opening";
import { scaleEnds } from "@mainstay/domain/survey/scale-score";
import { wordsIn } from "@mainstay/domain/survey/frozen-question";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { loopTitle } from "@mainstay/phrases/feedback-loop/loop-title";
import { sql } from "kysely";
import { businessCalendarOf } from "../case/business-calendar-of.ts";
import { readDissatisfaction } from "../feedback-loop/dissatisfied-answers.ts";
import { chooseLoopOwner } from "../feedback-loop/loop-owner-queries.ts";
import { noteNeed } from "../need/note-need.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { type DemoLoopCaseStage, saveDemoLoopCase } from "./save-demo-loop-case.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

type Stage =
  | "open"
  | "contacted"
  | "drop_asked"
  | "rectified"
  | "followed_up"
  | "dropped"
  | "remeasured";

/** What the demo is to show at least once, and how many days old an answer must be to have come so far. */
const wantedStages: readonly (readonly [Stage, number])[] = [
  ["open", 0],
  ["open", 0],
  ["contacted", 1.5],
  ["drop_asked", 1.8],
  ["rectified", 4.2],
  ["followed_up", 5.6],
  ["dropped", 2.7],
];

/** The first wanted stage an answer is old enough for; later ones were answered again, or dropped now and then. */
const stageFor = (open: (readonly [Stage, number])[], ageDays: number, index: number): Stage => {
  const place = open.findIndex(([, least]) => ageDays >= least);
  const [found] = place < 0 ? [] : open.splice(place, 1);
  if (found) return found[0];
  if (ageDays < 1.5) return "open";
  if (ageDays < 4.2) return "contacted";
  if (ageDays < 5.6) return "rectified";
  if (ageDays < 7) return "followed_up";
  return index % 9 === 8 ? "dropped" : "remeasured";
};

const told = [
  {
    contact: "电话联系，客户说明送货比约定晚了两天，影响产线。",
    fix: "改为提前一天到货，并由客服每日核对在途。",
    after: "两周后回访，三批都按时到货。",
    cause: "delivery",
  },
  {
    contact: "当面拜访，客户认为报修后没有人主动告知进展。",
    fix: "指定一人每天下午四点前通报进展。",
    after: "客户确认最近一次报修全程有人通报。",
    cause: "response",
  },
  {
    contact: "视频会议，客户反映新员工看不懂操作手册。",
    fix: "重写两章手册，安排一次现场培训。",
    after: "客户主管说新员工已能独立操作。",
    cause: "documentation",
  },
  {
    contact: "电话联系，发票连续两次开错抬头。",
    fix: "核对开票资料并由财务专人复核。",
    after: "最近三张发票都无误。",
    cause: "billing",
  },
] as const satisfies readonly { contact: string; fix: string; after: string; cause: CaseCause }[];

interface Answered {
  id: string;
  account_id: string;
  person_id: string;
  answered_at: Date;
  answered_on: string;
  time_zone: string;
  segment: string | null;
  buying_role: string | null;
  manager_user_id: string | null;
  locale: string;
}

/** How far the complaint of a loop at a stage has come; now and then a solution waits for the customer's word. */
const caseStageOf = (stage: Stage, ageDays: number, index: number): DemoLoopCaseStage => {
  if (stage === "open") return "open";
  if (stage === "dropped") return "dropped";
  if (stage === "contacted" || stage === "drop_asked")
    return ageDays > 2.2 && index % 6 !== 5 ? "solved" : "replied";
  return stage === "rectified" && index % 3 === 0 ? "solved" : "closed";
};

/** The steps a loop has behind it, each some time after the one before. */
const stepsOf = (stage: Stage, at: number, index: number, ownerId: string | null) => {
  const words = told[index % told.length]!;
  const after = (hours: number) => new Date(at + hours * hourMs);
  const order: Stage[] = ["contacted", "rectified", "followed_up", "remeasured"];
  const reached = stage === "drop_asked" ? 0 : order.indexOf(stage);
  return {
    ...(reached >= 0 && {
      contacted_at: after(reached >= 1 && index % 5 === 4 ? 80 : 6 + 5 * (index % 6)),
      contacted_by: ownerId,
      contact_note: words.contact,
    }),
    ...(reached >= 1 && {
      rectified_at: after(96),
      rectified_by: ownerId,
      rectification: words.fix,
    }),
    ...(reached >= 2 && {
      followed_up_at: after(130),
      followed_up_by: ownerId,
      follow_up_note: words.after,
    }),
    ...(reached >= 3 && {
      asked_again_at: after(140),
      asked_again_by: ownerId,
      remeasured_at: after(160),
    }),
  };
};

/**
 * Loops in every state for the named dissatisfied answers of the demo: the newest wait to be spoken with, the oldest were
 * answered again. Steps never lie in the future.
 */
export const saveDemoLoops = async (tx: Tx, tenantId: TenantId, now: Date): Promise<void> => {
  const { rows } = await sql<Answered>`
    select p.id, p.account_id, p.person_id, p.answered_at, p.answered_on, p.segment, p.buying_role, a.manager_user_id, t.locale, t.time_zone
    from survey_response p join account a on a.tenant_id = p.tenant_id and a.id = p.account_id
    join tenant t on t.id = p.tenant_id
    where p.tenant_id = ${tenantId}::uuid and p.is_complete and not p.is_anonymous and p.person_id is not null
      and p.answered_at <= ${now} and not exists (
        select 1 from feedback_loop l where l.tenant_id = p.tenant_id and l.response_id = p.id)
    order by p.answered_at desc, p.id`.execute(tx);
  const calendar = await businessCalendarOf(tx, tenantId, now, shippedClockSetting);
  let index = 0;
  const open = [...wantedStages];
  for (const answered of rows) {
    const ground = await readDissatisfaction(tx, tenantId, answered.id);
    if (!ground) continue;
    const at = answered.answered_at.getTime();
    const ageDays = (now.getTime() - at) / dayMs;
    const stage = stageFor(open, ageDays, index);
    const { rows: departments } = await sql<{ name: string }>`
      select name from department where tenant_id = ${tenantId}::uuid and id = ${ground.departmentId}::uuid`.execute(
      tx,
    );
    const asked = wordsIn(ground.asked, "zh");
    const work = {
      title: loopTitle("zh-CN", {
        asked,
        scale: ground.scale,
        score: ground.score,
        said: ground.verbatims,
      }),
      description: ground.verbatims.join("\n\n"),
    };
    const isNeed = loopOpeningOf(departments[0]?.name ?? null, null) === "need";
    const { departmentId } = ground;
    const { cause, contact, fix } = told[index % told.length]!;
    const manager = answered.manager_user_id;
    const caseId =
      isNeed || manager === null
        ? null
        : await saveDemoLoopCase(
            tx,
            tenantId,
            {
              ...work,
              accountId: answered.account_id,
              personId: answered.person_id,
              responseId: answered.id,
              segment: answered.segment,
              manager,
              departmentId,
              openedAt: answered.answered_at,
              cause,
              said: contact,
              solution: fix,
              stage: caseStageOf(stage, ageDays, index),
              index,
            },
            { now, calendar },
          );
    const need = isNeed
      ? await noteNeed(
          tx,
          { tenantId, actor: null, requestId: null },
          {
            ...work,
            accountId: answered.account_id,
            level: "organisation",
            visibility: "hidden",
            source: "survey",
            origin: { kind: "survey_response", id: answered.id },
            personId: answered.person_id,
            departmentId,
            today: answered.answered_on,
            now: answered.answered_at,
          },
        )
      : null;
    const ownerId = await chooseLoopOwner(tx, tenantId, {
      accountId: answered.account_id,
      departmentId,
      complainedUserIds: [],
    });
    const isUrgent = hasShortClock(answered.buying_role, answered.segment);
    const dueAt = contactDueAt(
      shippedContactClock,
      isUrgent,
      { openedAt: answered.answered_at, openedOn: answered.answered_on, zone: answered.time_zone },
      new Map(),
    );
    const status = stage === "drop_asked" ? "contacted" : stage;
    await tx
      .insertInto("feedback_loop")
      .values({
        tenant_id: tenantId,
        id: newId(),
        account_id: answered.account_id,
        response_id: answered.id,
        person_id: answered.person_id,
        case_id: caseId,
        need_id: need?.needId ?? null,
        department_id: departmentId,
        owner_user_id: ownerId,
        status,
        opened_at: answered.answered_at,
        is_urgent: isUrgent,
        contact_due_at: dueAt,
        ...(status === "open" && dueAt < now && { overdue_told_at: dueAt }),
        question_id: ground.questionId,
        row_key: ground.rowKey,
        scale: ground.scale,
        score_before: ground.score,
        ...(status === "remeasured" && {
          score_after: Math.min(scaleEnds[ground.scale].high, ground.score + 1 + (index % 4)),
        }),
        ...stepsOf(stage, at, index, ownerId),
        ...(stage === "drop_asked" && {
          drop_asked_by: ownerId,
          drop_asked_at: new Date(at + 40 * hourMs),
          dropped_because: "客户联系人已离职，接任者尚未确定。",
        }),
        ...(stage === "dropped" && {
          dropped_because: "项目已终止，双方商定不再跟进。",
          drop_asked_by: ownerId,
          drop_asked_at: new Date(at + 40 * hourMs),
          dropped_at: new Date(at + 60 * hourMs),
        }),
        updated_at: now,
      })
      .execute();
    index += 1;
  }
  // The accounts of the demo are judged only after this; what their people were asked as, they are.
  await sql`insert into case_segment (tenant_id, case_id, segment)
    select c.tenant_id, c.id, s.segment from service_case c
    join (select distinct on (account_id) account_id, segment from survey_response
      where tenant_id = ${tenantId}::uuid and segment is not null order by account_id, answered_on desc, id) s
      on s.account_id = c.account_id
    where c.tenant_id = ${tenantId}::uuid on conflict do nothing`.execute(tx);
  await enqueue(tx, "sum_case_days", { tenantId }, { jobKey: `case-sums:${tenantId}` });
};
