import type { CaseView, cases } from "@mainstay/contract/case";
import type { z } from "zod";
import { isPermitted } from "@mainstay/domain/access/permission";
import { passLoopsOn } from "../feedback-loop/pass-loops-on.ts";
import { notify } from "../notification/notify.ts";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandReferences } from "./case-references.ts";
import { peopleOfAccount } from "./case-worker.ts";
import { pickFirstResponder } from "@mainstay/domain/case/first-responder";
import type { Tx } from "../platform/db/database-handles.ts";
import type { CaseRecord } from "./lock-case.ts";
import { findStandIn } from "./who-answers.ts";
import { recordCaseEvent } from "./record-case-event.ts";
import { workOnCase } from "./work-on-case.ts";

type Change = z.output<NonNullable<typeof cases.edit.body>>;

const columns = {
  kind: "kind",
  title: "title",
  description: "description",
  personId: "person_id",
  projectId: "project_id",
  productId: "product_id",
  departmentId: "department_id",
  complainedUserIds: "complained_user_ids",
  cause: "cause",
} as const satisfies Record<keyof Change, string>;

/**
 * Changes what a case says. When it turns out to be about whoever handles it, the work passes at once to the next one fit (manager,
 * backup, director), or to nobody until somebody is assigned; loops of the case they owned pass on as well. That it is about somebody is
 * taken back only by those who direct: a friendly colleague could else give it to whom it complains about.
 */
export const editCase = (context: Context, caseId: string, change: Change): Promise<CaseView> =>
  workOnCase(context, caseId, "edit", async (tx, record) => {
    const { tenantId, actor, now } = context;
    await demandReferences(tx, tenantId, record.account_id, change);
    const complained = change.complainedUserIds;
    const isTakenBack = record.complained_user_ids.some((id) => complained?.includes(id) === false);
    if (isTakenBack && !isPermitted(actor, "case.direct"))
      throw new AppError("access.not_permitted");
    const fields = (Object.keys(columns) as (keyof Change)[]).filter(
      (name) => change[name] !== undefined,
    );
    const values: Record<string, unknown> = {};
    for (const name of fields) values[columns[name]] = change[name];
    await recordCaseEvent(tx, {
      tenantId,
      caseId,
      kind: "edited",
      at: now,
      byUserId: actor.userId,
      detail: { fields },
    });
    if (complained) await passLoopsOn(tx, context, caseId, complained);
    if (complained && record.handler_user_id && complained.includes(record.handler_user_id)) {
      const people = await peopleOfAccount(tx, tenantId, record.account_id);
      const heir = pickFirstResponder(people, complained);
      values["handler_user_id"] = heir;
      await recordCaseEvent(tx, {
        tenantId,
        caseId,
        kind: "assigned",
        at: now,
        byUserId: actor.userId,
        detail: { fromUserId: record.handler_user_id, toUserId: heir, because: "complained" },
      });
      if (heir)
        await notify(tx, tenantId, {
          userIds: [heir],
          kind: "case_assigned",
          subjectKind: "case",
          subjectId: caseId,
          accountId: record.account_id,
          reason: { params: { caseKind: record.kind, level: record.level } },
          dedupeKey: `case_assigned:${caseId}:${heir}:${record.version}`,
        });
    }
    return {
      done: "edited",
      detail: { fields },
      change: values,
      moves: true,
      ...(complained?.includes(record.first_responder_id) && {
        after: () => tellStandIn(tx, context, record),
      }),
    };
  });

/** Whoever answers in the place of a first responder it now complains about hears that it is theirs. */
const tellStandIn = async (tx: Tx, { tenantId }: Context, record: CaseRecord): Promise<void> => {
  const answering = await findStandIn(tx, tenantId, record.id);
  if (!answering) return;
  await notify(tx, tenantId, {
    userIds: [answering.id],
    kind: "case_assigned",
    subjectKind: "case",
    subjectId: record.id,
    accountId: record.account_id,
    reason: { params: { caseKind: record.kind, level: record.level } },
    dedupeKey: `case_assigned:${record.id}:${answering.id}:in_place`,
  });
};
