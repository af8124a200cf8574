import type { BusinessCalendar } from "@mainstay/domain/case/business-calendar";
import { shippedClockSetting } from "@mainstay/domain/case/case-clock-setting";
import { promiseFor, reckonCaseDues } from "@mainstay/domain/case/case-clocks";
import type { CaseCause } from "@mainstay/domain/case/case-kind";
import { segments } from "@mainstay/domain/account/segment";
import { shippedServicePolicy } from "@mainstay/domain/service-policy/shipped-service-policy";
import { recordCaseEvent } from "../case/record-case-event.ts";
import { nextCaseNumber } from "../case/next-case-number.ts";
import { dueColumns, settleClocks } from "../case/settle-clocks.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";

const hourMs = 3_600_000;

/** How far the complaint of a loop has come: nobody answered, answered, solved and not confirmed, over. */
export type DemoLoopCaseStage = "open" | "replied" | "solved" | "closed" | "dropped";

export interface DemoLoopCase {
  readonly accountId: string;
  readonly personId: string;
  readonly responseId: string;
  readonly segment: string | null;
  readonly manager: string;
  readonly departmentId: string | null;
  readonly openedAt: Date;
  readonly title: string;
  readonly description: string;
  readonly cause: CaseCause;
  readonly said: string;
  readonly solution: string;
  readonly stage: DemoLoopCaseStage;
  /** Varies hours and scores. */
  readonly index: number;
}

/** A complaint by survey with its timeline, its clocks reckoned by the rule. Nothing of it lies after `now`. */
export const saveDemoLoopCase = async (
  tx: Tx,
  tenantId: string,
  one: DemoLoopCase,
  { now, calendar }: { now: Date; calendar: BusinessCalendar },
): Promise<string> => {
  const { stage, index, manager, personId, openedAt } = one;
  const at = (hours: number) =>
    new Date(Math.min(openedAt.getTime() + hours * hourMs, now.getTime()));
  const promise = promiseFor(shippedServicePolicy, {
    segment: segments.find((known) => known === one.segment) ?? "maintain",
    grade: "key",
  });
  const dues = reckonCaseDues({
    level: "general",
    from: openedAt,
    promise,
    pauses: [],
    setting: shippedClockSetting,
    calendar,
  });
  const score = stage === "dropped" ? 3 : 4 + (index % 2);
  const solution =
    stage === "dropped" ? "项目已终止，与客户商定不再跟进，已退还未用备件。" : one.solution;
  const [repliedAt, solvedAt, closedAt] = [at(3 + (index % 5)), at(40 + 3 * (index % 6)), at(80)];
  const isSolved = stage === "solved" || stage === "closed" || stage === "dropped";
  const isClosed = stage === "closed" || stage === "dropped";
  const id = newId();
  await tx
    .insertInto("service_case")
    .values({
      tenant_id: tenantId,
      id,
      number: await nextCaseNumber(tx, tenantId),
      account_id: one.accountId,
      kind: "complaint",
      level: "general",
      title: one.title,
      description: one.description,
      channel: "survey",
      person_id: personId,
      department_id: one.departmentId,
      cause: one.cause,
      first_responder_id: manager,
      handler_user_id: manager,
      source_kind: "survey_response",
      source_id: one.responseId,
      green_channel: promise.greenChannel !== null,
      owed: JSON.stringify(promise),
      opened_at: openedAt,
      clock_from_at: openedAt,
      ...dueColumns(dues),
      ...(stage !== "open" && { replied_at: repliedAt }),
      ...(isSolved && { status: "solved", solved_at: solvedAt, solution }),
      ...(isClosed && {
        status: "closed",
        closed_at: closedAt,
        closed_by: "customer",
        first_score: score,
        score,
      }),
    })
    .execute();
  const happened = [
    { kind: "opened", at: openedAt, detail: { channel: "survey", level: "general" } },
    ...(stage === "open"
      ? []
      : [
          {
            kind: "replied",
            at: repliedAt,
            byUserId: manager,
            words: "感谢您如实反馈，我已了解情况，正在安排整改，稍后向您说明。",
          } as const,
          {
            kind: "noted",
            at: repliedAt,
            byUserId: manager,
            words: one.said,
            isPublic: false,
          } as const,
        ]),
    ...(isSolved
      ? [{ kind: "solved", at: solvedAt, byUserId: manager, words: solution } as const]
      : []),
    ...(isClosed
      ? (["confirmed", "closed"] as const).map((kind) => ({
          kind,
          at: closedAt,
          byPersonId: personId,
          detail: { score },
        }))
      : []),
  ] as const;
  for (const event of happened)
    await recordCaseEvent(tx, { tenantId, caseId: id, isPublic: true, ...event });
  await settleClocks(tx, tenantId, id, { dues: false });
  return id;
};
