import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Db, Tx } from "../platform/db/database-handles.ts";

const fromViews = (db: Db, tenantId: TenantId) =>
  db
    .selectFrom("saved_view as v")
    .innerJoin("app_user as u", (join) =>
      join.onRef("u.tenant_id", "=", "v.tenant_id").onRef("u.id", "=", "v.user_id"),
    )
    .select(["v.id", "v.place", "v.name", "v.query", "v.is_shared", "v.user_id"])
    .select(["u.name as owner_name"])
    .where("v.tenant_id", "=", tenantId);

/** The actor's own views and the shared ones; row-level security hides the rest. */
export const listSavedViews = (db: Db, tenantId: TenantId, place: string | undefined) =>
  fromViews(db, tenantId)
    .$if(place !== undefined, (query) => query.where("v.place", "=", place ?? ""))
    .orderBy("v.name")
    .limit(500)
    .execute();
export type SavedViewRow = Awaited<ReturnType<typeof listSavedViews>>[number];

export const findSavedView = (db: Db, tenantId: TenantId, id: string) =>
  fromViews(db, tenantId).where("v.id", "=", id).executeTakeFirst();

export const insertSavedView = (
  tx: Tx,
  tenantId: TenantId,
  view: {
    id: string;
    userId: string;
    place: string;
    name: string;
    query: unknown;
    isShared: boolean;
  },
) =>
  tx
    .insertInto("saved_view")
    .values({
      tenant_id: tenantId,
      id: view.id,
      user_id: view.userId,
      place: view.place,
      name: view.name,
      query: JSON.stringify(view.query),
      is_shared: view.isShared,
    })
    .execute();

/** Changes a view of this user's own; false when they have none of this id. */
export const updateSavedView = async (
  tx: Tx,
  tenantId: TenantId,
  userId: string,
  id: string,
  change: {
    name?: string | undefined;
    query?: unknown;
    isShared?: boolean | undefined;
  },
): Promise<boolean> => {
  const result = await tx
    .updateTable("saved_view")
    .set({
      user_id: userId,
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.query === undefined ? {} : { query: JSON.stringify(change.query) }),
      ...(change.isShared === undefined ? {} : { is_shared: change.isShared }),
    })
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where("id", "=", id)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
};

export const deleteSavedView = async (
  tx: Tx,
  tenantId: TenantId,
  userId: string,
  id: string,
): Promise<boolean> => {
  const result = await tx
    .deleteFrom("saved_view")
    .where("tenant_id", "=", tenantId)
    .where("user_id", "=", userId)
    .where("id", "=", id)
    .executeTakeFirst();
  return Number(result.numDeletedRows) > 0;
};
