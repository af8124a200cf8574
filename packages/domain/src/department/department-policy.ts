import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";

/** What the actor may do with a department of ours; travels with the record. Only an empty one may be removed. */
export const departmentAbilities = (actor: Actor, department: { readonly isEmpty: boolean }) => {
  const manages = isPermitted(actor, "user.manage");
  return { edit: manages, remove: manages && department.isEmpty };
};
