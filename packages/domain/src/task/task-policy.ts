import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { TaskOrigin } from "./task-origin.ts";
import type { TaskStatus } from "./task-status.ts";

/**
 * What the actor may do with a task: its owner, its maker, directors and administrators may; others only look. A step of a
 * playbook is not dropped but skipped for a reason, and stays closed once its playbook is over.
 */
export const taskAbilities = (
  actor: Actor,
  task: {
    ownerUserId: string | null;
    createdBy: string | null;
    status: TaskStatus;
    origin?: TaskOrigin;
    isRunOver?: boolean;
  },
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
    drop: works && task.status === "open" && task.origin !== "playbook",
    skip: works && task.status === "open" && task.origin === "playbook",
    reopen: works && task.status !== "open" && task.isRunOver !== true,
  };
};
