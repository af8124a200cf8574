import type { PromiseView, promises } from "@mainstay/contract/promise";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { z } from "zod";
import { demandNeedParties } from "../need/demand-need-parties.ts";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { savePromiseStep } from "./promise-step.ts";
import { workOnPromise } from "./work-on-promise.ts";

type Body<Act extends "edit" | "keep" | "move" | "sendBack" | "break" | "withdraw"> = z.output<
  NonNullable<(typeof promises)[Act]["body"]>
>;

const demandAhead = ({ today }: Context, dueOn: IsoDay): void => {
  if (dueOn < today) throw new AppError("promise.due_in_past", { today });
};

/** 兑现 It was done on a day, with what shows it: a delivery note, a mail of theirs, a name. */
export const keepPromise = (context: Context, promiseId: string, body: Body<"keep">) =>
  workOnPromise(context, promiseId, "keep", async (tx, promise) => {
    const { doneOn, evidence } = body;
    if (doneOn > context.today)
      throw new AppError("promise.day_in_future", { today: context.today });
    if (doneOn < promise.madeOn) throw new AppError("promise.done_before_made");
    await savePromiseStep(tx, context, promiseId, { kind: "kept", onDay: doneOn, words: evidence });
    return {
      done: "kept",
      change: { status: "kept", done_on: doneOn, evidence },
      detail: { doneOn, dueOn: promise.dueOn },
    };
  });

/** 改期 Another day, agreed with a person of theirs. */
export const movePromise = (
  context: Context,
  promiseId: string,
  { dueOn, agreedWithPersonId, because }: Body<"move">,
): Promise<PromiseView> =>
  workOnPromise(context, promiseId, "move", async (tx, promise) => {
    demandAhead(context, dueOn);
    if (dueOn === promise.dueOn) throw new AppError("promise.same_day");
    const personId = agreedWithPersonId;
    await demandNeedParties(tx, context.tenantId, promise.account.id, { personId });
    await savePromiseStep(tx, context, promiseId, {
      kind: "moved",
      onDay: context.today,
      fromDueOn: promise.dueOn,
      toDueOn: dueOn,
      personId,
      words: because,
    });
    return { done: "moved", change: { due_on: dueOn }, detail: { from: promise.dueOn, to: dueOn } };
  });

/** 返工 The customer sent it back: it is open again, to be done by another day, and counts as rework. */
export const sendBackPromise = (
  context: Context,
  promiseId: string,
  { dueOn, because, personId = null }: Body<"sendBack">,
): Promise<PromiseView> =>
  workOnPromise(context, promiseId, "sendBack", async (tx, promise) => {
    demandAhead(context, dueOn);
    await demandNeedParties(tx, context.tenantId, promise.account.id, { personId });
    await savePromiseStep(tx, context, promiseId, {
      kind: "sent_back",
      onDay: context.today,
      fromDueOn: promise.dueOn,
      toDueOn: dueOn,
      personId,
      words: because,
    });
    return {
      done: "sent_back",
      change: {
        status: "open",
        done_on: null,
        evidence: "",
        due_on: dueOn,
        reworks: promise.reworks + 1,
      },
      detail: { to: dueOn },
    };
  });

/** 失信 It will not be kept; the account's warning says so until it is made good. */
export const breakPromise = (context: Context, promiseId: string, { because }: Body<"break">) =>
  workOnPromise(context, promiseId, "break", async (tx, promise) => {
    const { today } = context;
    await savePromiseStep(tx, context, promiseId, { kind: "broken", onDay: today, words: because });
    return {
      done: "broken",
      change: { status: "broken", because },
      detail: { dueOn: promise.dueOn },
    };
  });

/** 撤销 The customer no longer wants it, agreed with a person of theirs. */
export const withdrawPromise = (
  context: Context,
  promiseId: string,
  { because, agreedWithPersonId }: Body<"withdraw">,
): Promise<PromiseView> =>
  workOnPromise(context, promiseId, "withdraw", async (tx, promise) => {
    const personId = agreedWithPersonId;
    await demandNeedParties(tx, context.tenantId, promise.account.id, { personId });
    await savePromiseStep(tx, context, promiseId, {
      kind: "withdrawn",
      onDay: context.today,
      personId,
      words: because,
    });
    return { done: "withdrawn", change: { status: "withdrawn", because } };
  });

/** Corrects the words, the department or who answers for it. */
export const editPromise = (context: Context, promiseId: string, change: Body<"edit">) =>
  workOnPromise(context, promiseId, "edit", async (tx, promise) => {
    await demandNeedParties(tx, context.tenantId, promise.account.id, {
      personId: change.personId,
      departmentId: change.departmentId,
      ownerUserId: change.giverUserId,
    });
    const columns = {
      title: change.title,
      department_id: change.departmentId,
      giver_user_id: change.giverUserId,
      person_id: change.personId,
    };
    const kept = Object.entries(columns).filter(([, value]) => value !== undefined);
    const fields = Object.keys(change).filter(
      (name) => change[name as keyof typeof change] !== undefined,
    );
    return { done: "edited", change: Object.fromEntries(kept), detail: { fields } };
  });
