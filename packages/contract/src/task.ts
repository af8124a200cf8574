import { interactionKinds } from "@mainstay/domain/interaction/interaction-kind";
import { taskOrigins } from "@mainstay/domain/task/task-origin";
import { taskStatuses } from "@mainstay/domain/task/task-status";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  day,
  id,
  instant,
  named,
  page,
  pageQuery,
  requiredText,
  version,
} from "./endpoint/wire.ts";

/** Something one of us will do, on an account or because of a signal. */
export const TaskView = z.object({
  id,
  title: z.string(),
  dueOn: day.nullable(),
  status: z.enum(taskStatuses),
  owner: named.nullable(),
  account: named.nullable(),
  signalId: id.nullable(),
  origin: z.enum(taskOrigins),
  /** The run of a playbook, the handover or the rescue it belongs to. */
  originId: id.nullable(),
  /** Why it is worth doing and by what one sees that it is done; null for a person's own words. */
  why: z.string().nullable(),
  done: z.string().nullable(),
  /** Its day falls into a year whose holidays are not published (未正式公布) and may move. */
  provisional: z.boolean(),
  /** A contact of one of these kinds meets it by itself. */
  contactKinds: z.array(z.enum(interactionKinds)),
  /** Whom it was meant for; the owner is who stood for the role. */
  ownerRole: z.string().nullable(),
  skipReason: z.string().nullable(),
  createdAt: instant,
  doneAt: instant.nullable(),
  version,
  can: z.object({
    edit: z.boolean(),
    complete: z.boolean(),
    drop: z.boolean(),
    skip: z.boolean(),
    reopen: z.boolean(),
  }),
});
export type TaskView = z.infer<typeof TaskView>;

export const TaskDraft = z.object({
  title: requiredText(300),
  dueOn: day.nullish(),
  ownerUserId: id.nullish(),
  accountId: id.nullish(),
  signalId: id.nullish(),
});

const params = z.object({ taskId: id });
const act = { params, response: TaskView, versioned: true as const, allow: "task.edit" as const };

export const tasks = {
  list: endpoint({
    id: "tasks.list",
    method: "GET",
    path: "/tasks",
    allow: "task.view",
    summary: "Tasks, soonest due first",
    query: z.object({
      ownerUserId: z.union([id, z.literal("me")]).optional(),
      accountId: id.optional(),
      status: z.enum(taskStatuses).default("open"),
      ...pageQuery,
    }),
    response: page(TaskView),
  }),
  add: endpoint({
    id: "tasks.add",
    method: "POST",
    path: "/tasks",
    allow: "task.edit",
    summary: "Make a task; without an owner it is the maker's",
    body: TaskDraft,
    response: TaskView,
    status: 201,
    versioned: true,
    idempotent: true,
  }),
  edit: endpoint({
    ...act,
    id: "tasks.edit",
    method: "PATCH",
    path: "/tasks/:taskId",
    summary: "Change title, due day or owner (If-Match)",
    body: TaskDraft.pick({ title: true, dueOn: true, ownerUserId: true }).partial(),
  }),
  complete: endpoint({
    ...act,
    id: "tasks.complete",
    method: "POST",
    path: "/tasks/:taskId/complete",
    summary: "Done (If-Match)",
  }),
  drop: endpoint({
    ...act,
    id: "tasks.drop",
    method: "POST",
    path: "/tasks/:taskId/drop",
    summary: "Not needed any more (If-Match)",
  }),
  skip: endpoint({
    ...act,
    id: "tasks.skip",
    method: "POST",
    path: "/tasks/:taskId/skip",
    summary: "Leave out a step of a playbook, for a reason (If-Match)",
    body: z.object({ reason: requiredText(500) }),
  }),
  reopen: endpoint({
    ...act,
    id: "tasks.reopen",
    method: "POST",
    path: "/tasks/:taskId/reopen",
    summary: "Open it again (If-Match)",
  }),
};
