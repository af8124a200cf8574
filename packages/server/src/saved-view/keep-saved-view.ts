import type { SavedViewView } from "@mainstay/contract/saved-view";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import {
  deleteSavedView,
  findSavedView,
  insertSavedView,
  type SavedViewRow,
  updateSavedView,
} from "./saved-view-queries.ts";

type Place = SavedViewView["place"];
type Query = Record<string, unknown>;

export const presentSavedView = (userId: string, row: SavedViewRow): SavedViewView => ({
  id: row.id,
  place: row.place as Place,
  name: row.name,
  query: row.query as Query,
  isShared: row.is_shared,
  isMine: row.user_id === userId,
  ownerName: row.owner_name,
});

/** Keeps a filter under a name; a second view of the same name and place is refused (`view.name_taken`). */
export const saveView = (
  context: Context,
  input: { place: Place; name: string; query: Query; isShared: boolean },
): Promise<SavedViewView> =>
  context.write(async (tx) => {
    const id = newId();
    await insertSavedView(tx, context.tenantId, { ...input, id, userId: context.actor.userId });
    const { place, name, isShared } = input;
    const subject = { kind: "saved_view", id };
    await recordAudit(tx, context, "saved_view.saved", subject, { place, name, isShared });
    return readView(tx, context, id);
  });

/** Renames, replaces or shares a view of one's own; somebody else's is not found. */
export const changeView = (
  context: Context,
  id: string,
  change: { name?: string | undefined; query?: Query | undefined; isShared?: boolean | undefined },
): Promise<SavedViewView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    if (!(await updateSavedView(tx, tenantId, actor.userId, id, change))) {
      throw new AppError("view.not_found");
    }
    const { name, isShared } = change;
    const subject = { kind: "saved_view", id };
    await recordAudit(tx, context, "saved_view.changed", subject, { name, isShared });
    return readView(tx, context, id);
  });

/** Removes a view of one's own. */
export const removeView = (context: Context, id: string): Promise<void> =>
  context.write(async (tx) => {
    if (!(await deleteSavedView(tx, context.tenantId, context.actor.userId, id))) {
      throw new AppError("view.not_found");
    }
    await recordAudit(tx, context, "saved_view.removed", { kind: "saved_view", id });
  });

const readView = async (tx: Tx, context: Context, id: string): Promise<SavedViewView> => {
  const row = await findSavedView(tx, context.tenantId, id);
  if (!row) throw new AppError("view.not_found");
  return presentSavedView(context.actor.userId, row);
};
