import { interactionKinds } from "@mainstay/domain/interaction/interaction-kind";
import { lifecycleStages } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { stageEntryWays } from "@mainstay/domain/lifecycle/stage-entry";
import { ownerRoles } from "@mainstay/domain/playbook/owner-role";
import { taskStatuses } from "@mainstay/domain/task/task-status";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, named, pageQuery, reason, requiredText, text, version } from "./endpoint/wire.ts";

const stage = z.enum(lifecycleStages);

/** A move of stage that the criteria propose, and what still keeps the account from the next one. */
export const StageProposal = z.object({
  /** Null: nothing to propose. */
  stage: stage.nullable(),
  because: z.array(reason),
  /** The next stage's criteria that are not met yet. */
  missing: z.array(reason),
});
export type StageProposal = z.infer<typeof StageProposal>;

/** One stage the account was or is in. */
export const StageEntry = z.object({
  stage,
  enteredOn: day,
  leftOn: day.nullable(),
  how: z.enum(stageEntryWays),
  reason: z.string(),
  criteria: z.array(reason),
  enteredBy: named.nullable(),
});

/** One occurrence of a step of the running playbook; a step that still waits for another is no task yet. */
export const RunStep = z.object({
  key: z.string(),
  stepKey: z.string(),
  title: z.string(),
  why: z.string(),
  done: z.string(),
  ownerRole: z.enum(ownerRoles),
  owner: named.nullable(),
  contactKinds: z.array(z.enum(interactionKinds)),
  /** `waiting`: until the step it waits for is finished; `dueOn` is then what is expected. */
  state: z.enum([...taskStatuses, "waiting"]),
  dueOn: day.nullable(),
  /** The day falls into a year whose holidays are not published (未正式公布). */
  provisional: z.boolean(),
  /** The title of the step it waits for. */
  waitsFor: z.string().nullable(),
  finishedOn: day.nullable(),
  skipReason: z.string().nullable(),
  metByContact: z.boolean(),
  taskId: id.nullable(),
  version: version.nullable(),
  can: z.object({ complete: z.boolean(), skip: z.boolean(), reopen: z.boolean() }),
});
export type RunStep = z.infer<typeof RunStep>;

/** A playbook at work. */
export const PlaybookRunView = z.object({
  id,
  stage,
  version: z.int(),
  /** The version that a run begun today would follow. */
  currentVersion: z.int(),
  startedOn: day,
  status: z.enum(["running", "done", "stopped"]),
  endedOn: day.nullable(),
  steps: z.array(RunStep),
});
export type PlaybookRunView = z.infer<typeof PlaybookRunView>;

export const LifecycleView = z.object({
  today: day,
  account: named,
  stage: stage.nullable(),
  since: day.nullable(),
  proposal: StageProposal,
  entries: z.array(StageEntry),
  run: PlaybookRunView.nullable(),
  /** Counts up with every move; sent back as If-Match. */
  version,
  can: z.object({ enter: z.boolean() }),
});
export type LifecycleView = z.infer<typeof LifecycleView>;

/** An account that the criteria would move. */
export const DueMove = z.object({
  account: named,
  from: stage.nullable(),
  since: day.nullable(),
  to: stage,
  because: z.array(reason),
  manager: named.nullable(),
});
export type DueMove = z.infer<typeof DueMove>;

const params = z.object({ accountId: id });

export const lifecycles = {
  get: endpoint({
    id: "lifecycles.get",
    method: "GET",
    path: "/accounts/:accountId/lifecycle",
    allow: "lifecycle.view",
    summary: "The account's stages, what the criteria propose, and its playbook at work",
    params,
    response: LifecycleView,
    versioned: true,
  }),
  enter: endpoint({
    id: "lifecycles.enter",
    method: "POST",
    path: "/accounts/:accountId/lifecycle/enter",
    allow: "lifecycle.set",
    summary:
      "Enter a stage: by accepting what the criteria propose, or by hand with a reason; its playbook begins (If-Match)",
    params,
    body: z.object({
      stage,
      how: z.enum(["manual", "proposal"]),
      on: day.optional(),
      reason: text(500).default(""),
    }),
    response: LifecycleView,
    versioned: true,
  }),
  leave: endpoint({
    id: "lifecycles.leave",
    method: "POST",
    path: "/accounts/:accountId/lifecycle/leave",
    allow: "lifecycle.set",
    summary: "Take the account out of its stage; its playbook stops (If-Match)",
    params,
    body: z.object({ reason: requiredText(500) }),
    response: LifecycleView,
    versioned: true,
  }),
  dueMoves: endpoint({
    id: "lifecycles.dueMoves",
    method: "GET",
    path: "/lifecycle/due-moves",
    allow: "lifecycle.view",
    summary: "Accounts in sight that the criteria would move to another stage",
    query: z.object({ limit: pageQuery.limit }),
    response: z.object({ items: z.array(DueMove), total: z.int().nonnegative() }),
  }),
};
