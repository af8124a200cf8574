import type { MapPlace, placeOwners } from "@mainstay/contract/relationship-map";
import { mapAbilities } from "@mainstay/domain/relationship-map/map-policy";
import { sql } from "kysely";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

type Owner = (typeof placeOwners)[number];

/** My own layout belongs to me; the shared one to who may edit the map. Gives the id of the owner's rows. */
const demandLayout = async (
  tx: Tx,
  { tenantId, actor }: Context,
  accountId: string,
  owner: Owner,
): Promise<string | null> => {
  const account = await findAccount(tx, tenantId, accountId);
  if (!account) throw new AppError("account.not_found");
  if (owner === "mine") return actor.userId;
  if (!mapAbilities(actor, teamOf(account)).arrangeShared)
    throw new AppError("access.not_permitted");
  return null;
};

/** Keeps where people were put. All of them work, or worked, at the account; one who does not makes the whole batch refused. */
export const movePlaces = (
  context: Context,
  accountId: string,
  owner: Owner,
  places: readonly MapPlace[],
): Promise<{ places: MapPlace[] }> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const ownerUserId = await demandLayout(tx, context, accountId, owner);
    const last = new Map(places.map((place) => [place.personId, place]));
    const wanted = [...last.values()].toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
    const { rows: known } = await sql<{ person_id: string }>`
      select distinct person_id from position where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
        and person_id = any(${wanted.map(({ personId }) => personId)}::uuid[])`.execute(tx);
    if (known.length < wanted.length) throw new AppError("person.not_found");
    await tx
      .insertInto("map_place")
      .values(
        wanted.map(({ personId, x, y }) => ({
          tenant_id: tenantId,
          id: newId(),
          account_id: accountId,
          owner_user_id: ownerUserId,
          person_id: personId,
          x,
          y,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .constraint("map_place_once")
          .doUpdateSet({ x: sql`excluded.x`, y: sql`excluded.y` }),
      )
      .execute();
    const subject = { kind: "account", id: accountId };
    const detail = { accountId, owner, people: wanted.length };
    await recordAudit(tx, context, "map.arranged", subject, detail);
    return { places: wanted };
  });

/** Back to the automatic layout, for me or for everybody. */
export const resetLayout = (context: Context, accountId: string, owner: Owner): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const ownerUserId = await demandLayout(tx, context, accountId, owner);
    await tx
      .deleteFrom("map_place")
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", accountId)
      .where("owner_user_id", ownerUserId === null ? "is" : "=", ownerUserId)
      .execute();
    const subject = { kind: "account", id: accountId };
    await recordAudit(tx, context, "map.layout_reset", subject, { accountId, owner });
  });
