import type { AssessmentView, impactAssessments } from "@mainstay/contract/impact-assessment";
import { monthsAfter } from "@mainstay/domain/calendar/months-after";
import {
  assessmentCovers,
  assessmentKeepYears,
  unansweredParts,
} from "@mainstay/domain/privacy/impact-assessment";
import { assessmentPartWords } from "@mainstay/phrases/privacy/assessment-part-words";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findAssessment, lockAssessment } from "./assessment-queries.ts";

type Draft = z.output<NonNullable<typeof impactAssessments.add.body>>;
type Edit = z.output<NonNullable<typeof impactAssessments.edit.body>>;
type Change = Edit & {
  status?: string;
  approved_by?: string;
  approved_on?: string;
  decision_note?: string | null;
  ended_on?: string;
  keep_until?: string;
};

const inOrder = (covers: Draft["covers"]) => assessmentCovers.filter((one) => covers.includes(one));

/** Begins a draft; whoever writes it does not decide on it while a colleague could. */
export const addAssessment = (context: Context, draft: Draft): Promise<AssessmentView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const id = newId();
    await tx
      .insertInto("impact_assessment")
      .values({
        tenant_id: tenantId,
        id,
        title: draft.title,
        covers: inOrder(draft.covers),
        purpose: draft.purpose ?? "",
        necessity: draft.necessity ?? "",
        impact: draft.impact ?? "",
        measures: draft.measures ?? "",
        assessed_by: actor.userId,
      })
      .execute();
    const subject = { kind: "impact_assessment", id };
    await recordAudit(tx, context, "assessment.added", subject, { covers: draft.covers });
    const view = await findAssessment(tx, context, id);
    if (!view) throw new AppError("assessment.not_found");
    return view;
  });

interface Work {
  readonly act: "edit" | "decide" | "end";
  readonly done: "edited" | "approved" | "refused" | "ended";
  readonly run: (before: AssessmentView) => Change;
}

const workOnAssessment = (context: Context, id: string, work: Work): Promise<AssessmentView> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const before = await locked(tx, context, id);
    demandVersion(context, before.version);
    if (!before.can[work.act]) throw refusalOf(before, work.act);
    const change = work.run(before);
    await tx
      .updateTable("impact_assessment")
      .set({
        ...change,
        ...(change.covers ? { covers: inOrder(change.covers) } : {}),
        version: before.version + 1,
        updated_at: context.now,
      })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", id)
      .execute();
    const subject = { kind: "impact_assessment", id };
    await recordAudit(tx, context, `assessment.${work.done}`, subject, { title: before.title });
    return locked(tx, context, id);
  });

const locked = async (tx: Tx, context: Context, id: string): Promise<AssessmentView> => {
  const row = await lockAssessment(tx, context.tenantId, id);
  const view = row && (await findAssessment(tx, context, id));
  if (!view) throw new AppError("assessment.not_found");
  return view;
};

const refusalOf = (before: AssessmentView, act: Work["act"]): AppError =>
  act === "decide" && before.status === "draft"
    ? new AppError("assessment.own")
    : new AppError("assessment.not_allowed_now");

export const editAssessment = (context: Context, id: string, edit: Edit) =>
  workOnAssessment(context, id, {
    act: "edit",
    done: "edited",
    // Whoever wrote the words last is their author: another pair of eyes must approve them.
    run: () => ({ ...edit, assessed_by: context.actor.userId }),
  });

const keptFrom = (on: string): string => monthsAfter(on, assessmentKeepYears * 12);

/** Approves or refuses a draft. Only a finished one can be approved; from now on report and record are kept (Article 56). */
export const decideAssessment = (
  context: Context,
  id: string,
  { decision, note }: { decision: "approve" | "refuse"; note?: string | undefined },
) =>
  workOnAssessment(context, id, {
    act: "decide",
    done: decision === "approve" ? "approved" : "refused",
    run: (before) => {
      const missing = unansweredParts(before);
      if (decision === "approve" && missing.length > 0) {
        const words = missing.map((part) => assessmentPartWords[context.locale][part]);
        throw new AppError("assessment.incomplete", {
          parts: words.join(context.locale === "en" ? ", " : "、"),
        });
      }
      const { today, actor } = context;
      return {
        status: decision === "approve" ? "approved" : "refused",
        approved_by: actor.userId,
        decision_note: note ?? null,
        keep_until: keptFrom(today),
        ...(decision === "approve" ? { approved_on: today } : {}),
      };
    },
  });

/** The handling it speaks of has ended: nothing new rests on it, the record stays three years more. */
export const endAssessment = (context: Context, id: string) =>
  workOnAssessment(context, id, {
    act: "end",
    done: "ended",
    run: () => ({
      status: "ended",
      ended_on: context.today,
      keep_until: keptFrom(context.today),
    }),
  });

/** Removes a draft, or a record whose time has passed; refuses before `keep_until` and while facts rest on it. */
export const removeAssessment = (context: Context, id: string): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const before = await locked(tx, context, id);
    if (before.facts > 0) throw new AppError("assessment.in_use");
    if (!before.can.remove) {
      throw before.keepUntil === null || before.keepUntil < context.today
        ? new AppError("assessment.not_allowed_now")
        : new AppError("assessment.kept", { until: before.keepUntil });
    }
    await tx
      .deleteFrom("impact_assessment")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", id)
      .execute();
    const subject = { kind: "impact_assessment", id };
    await recordAudit(tx, context, "assessment.removed", subject, { title: before.title });
  });
