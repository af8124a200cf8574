import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { TaskStatus } from "./task-status.ts";

/** What the actor may do with a task: its owner, its maker, directors and administrators may; others only look. */
export const taskAbilities = (
  actor: Actor,
  task: { ownerUserId: string | null; createdBy: string | null; status: TaskStatus },
) => {
  const concerned =
    task.ownerUserId === actor.userId ||
    task.createdBy === actor.userId ||
    task.ownerUserId === null ||
    actor.role === "director" ||
    actor.role === "admin";
  const works = concerned && isPermitted(actor, "task.edit");
  return {
    edit: works && task.status === "open",
    complete: works && task.status === "open",
    drop: works && task.status === "open",
    reopen: works && task.status !== "open",
  };
};
