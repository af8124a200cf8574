import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { ImportStatus } from "./import-kind.ts";

/**
 * What the actor may do with a batch now. A batch touches accounts of the whole tenant, so only who sees all
 * accounts may run one; nothing may start while a job is under way.
 */
export const importAbilities = (
  actor: Actor,
  batch: {
    readonly status: ImportStatus;
    readonly isMapped: boolean;
    readonly source: string;
    /** Facts about people: only who may enter one by hand may bring in many. */
    readonly isOfPeople?: boolean;
    /** So many sensitive rows that compliance has to say yes first. */
    readonly isHeldBack?: boolean;
  },
) => {
  const may =
    isPermitted(actor, "import.run") &&
    actor.visibility === "all" &&
    (batch.isOfPeople !== true || isPermitted(actor, "fact.edit"));
  const open = ["uploaded", "checked"].includes(batch.status) && batch.source === "file";
  return {
    map: may && open,
    check: may && open && batch.isMapped,
    commit: may && batch.status === "checked" && batch.isMapped && batch.isHeldBack !== true,
    retry: may && batch.status === "failed",
    undo: may && batch.status === "committed",
    discard: may && ["uploaded", "checked"].includes(batch.status),
  };
};
export type ImportAbilities = ReturnType<typeof importAbilities>;
