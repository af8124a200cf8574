import type { NeedView, needs } from "@mainstay/contract/need";
import type { NeedState } from "@mainstay/domain/need/need-kind";
import { lackForStep, mayStep, type NeedLack } from "@mainstay/domain/need/need-path";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { demandNeedParties } from "./demand-need-parties.ts";
import { workOnNeed, worthColumns } from "./work-on-need.ts";

type Step = z.output<NonNullable<typeof needs.step.body>>;
type Refusal = z.output<NonNullable<typeof needs.decline.body>>;

/** The field that has to be filled in for the step. */
const lackFields: Readonly<Record<NeedLack, string>> = {
  person: "personId",
  customerValue: "customerValueMinor",
  capability: "capability",
};

const saveStep = (
  tx: Tx,
  { tenantId, actor, now }: Context,
  need: NeedView,
  step: { to: NeedState; evidence: string; personId: string | null; onDay: string },
) =>
  tx
    .insertInto("need_step")
    .values({
      tenant_id: tenantId,
      id: newId(),
      need_id: need.id,
      from_state: need.state,
      to_state: step.to,
      evidence: step.evidence,
      person_id: step.personId,
      on_day: step.onDay,
      made_by: actor.userId,
      made_at: now,
    })
    .execute();

const demandDay = ({ today }: Context, need: NeedView, onDay: string): void => {
  if (onDay > today) throw new AppError("need.day_in_future", { today });
  if (onDay < need.stateSince)
    throw new AppError("need.step_before_last", { since: need.stateSince });
};

/**
 * 推进需求 Moves a need one step on, or back, with what the step rests on. Once a person of theirs has said it (validated), a
 * hidden need is explicit.
 */
export const stepNeed = (context: Context, needId: string, step: Step): Promise<NeedView> =>
  workOnNeed(context, needId, async (tx, need) => {
    if (need.can.steps.length === 0) throw new AppError("access.not_permitted");
    if (!mayStep(need.state, step.to))
      throw new AppError("need.step_not_allowed", { from: need.state, to: step.to });
    const onDay = step.onDay ?? context.today;
    demandDay(context, need, onDay);
    const personId = step.personId ?? need.person?.id ?? null;
    await demandNeedParties(tx, context.tenantId, need.account.id, { personId: step.personId });
    const lack = lackForStep(step.to, {
      hasPerson: personId !== null,
      customerValueMinor:
        step.customerValueMinor === undefined ? need.customerValueMinor : step.customerValueMinor,
      capability: step.capability === undefined ? need.capability : step.capability,
    });
    if (lack) throw refuseField(lackFields[lack], "required");
    await saveStep(tx, context, need, { ...step, personId, onDay });
    const becomesExplicit = step.to === "validated" && need.visibility === "hidden";
    return {
      done: "moved",
      change: {
        state: step.to,
        state_since: onDay,
        declined_because: null,
        declined_told_on: null,
        ...(becomesExplicit ? { visibility: "explicit", became_explicit_on: onDay } : {}),
        ...(need.person === null && personId !== null ? { person_id: personId } : {}),
        ...worthColumns(step),
      },
      detail: { from: need.state, to: step.to },
    };
  });

/** 坦诚谢绝 Declines a need openly: why, and the day the customer was told (none yet stays visible as still to tell). */
export const declineNeed = (
  context: Context,
  needId: string,
  refusal: Refusal,
): Promise<NeedView> =>
  workOnNeed(context, needId, async (tx, need) => {
    if (!need.can.decline) throw new AppError("need.not_allowed_now");
    if (refusal.toldOn !== null && refusal.toldOn > context.today)
      throw new AppError("need.day_in_future", { today: context.today });
    await demandNeedParties(tx, context.tenantId, need.account.id, { personId: refusal.personId });
    const personId = refusal.personId ?? need.person?.id ?? null;
    await saveStep(tx, context, need, {
      to: "declined",
      evidence: refusal.because,
      personId,
      onDay: context.today,
    });
    return {
      done: "declined",
      change: {
        state: "declined",
        state_since: context.today,
        declined_because: refusal.because,
        declined_told_on: refusal.toldOn,
      },
      detail: { from: need.state, toldOn: refusal.toldOn },
    };
  });
