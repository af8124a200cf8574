import type { PositionView } from "@mainstay/contract/person";
import type { Context } from "../platform/access/context.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { type LockedPerson, lockPerson } from "./lock-person.ts";
import { findPosition } from "./person-queries.ts";

/**
 * The job a verb is about, with its person's row taken: not in sight is not found (`person.not_found`), and whoever may not edit
 * people is refused.
 */
export const lockPosition = async (
  tx: Tx,
  { tenantId, actor }: Pick<Context, "tenantId" | "actor">,
  positionId: string,
): Promise<{ before: PositionView; person: LockedPerson }> => {
  const seen = await findPosition(tx, actor, positionId);
  if (!seen) throw new AppError("person.not_found");
  const person = await lockPerson(tx, tenantId, seen.view.personId);
  const found = await findPosition(tx, actor, positionId);
  if (!found || found.view.personId !== person.id) throw new AppError("person.not_found");
  if (!found.view.can.edit) throw new AppError("access.not_permitted");
  return { before: found.view, person };
};

/** The job as a verb left it. */
export const getPositionView = async (
  db: Db,
  { actor }: Pick<Context, "actor">,
  positionId: string,
): Promise<PositionView> => {
  const found = await findPosition(db, actor, positionId);
  if (!found) throw new AppError("person.not_found");
  return found.view;
};
