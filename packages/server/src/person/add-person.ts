import { randomUUID } from "node:crypto";
import type { PositionView, people } from "@mainstay/contract/person";
import { accountAbilities } from "@mainstay/domain/account/account-policy";
import type { z } from "zod";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import { demandPermission } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { insertPosition } from "./insert-position.ts";
import { findPosition } from "./person-queries.ts";
import { personSearchText } from "./person-search-text.ts";

type Draft = z.output<NonNullable<typeof people.add.body>>;

/** Refuses accounts out of sight (`account.not_found`) and whoever may not add people there. */
export const demandAccountForPeople = async (
  tx: Tx,
  { tenantId, actor }: Pick<Context, "tenantId" | "actor">,
  accountId: string,
): Promise<void> => {
  const account = await findAccount(tx, tenantId, accountId);
  if (!account) throw new AppError("account.not_found");
  if (!accountAbilities(actor, teamOf(account)).addPerson)
    throw new AppError("access.not_permitted");
};

/**
 * The quick form: a person with their job at the account, superior and default buying role, whole or not at all. A
 * placeholder is a seat we know without knowing who holds it.
 */
export const addPerson = (
  context: Context,
  accountId: string,
  draft: Draft,
): Promise<PositionView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    await demandAccountForPeople(tx, context, accountId);
    if (draft.buyingRole) demandPermission(context, "chain.edit");
    const personId = randomUUID();
    const isPlaceholder = draft.isPlaceholder ?? false;
    await tx
      .insertInto("person")
      .values({
        tenant_id: tenantId,
        id: personId,
        name: draft.name,
        ...personSearchText({ name: draft.name }),
        is_placeholder: isPlaceholder,
        placeholder_since: isPlaceholder ? context.today : null,
      })
      .execute();
    const positionId = await insertPosition(tx, tenantId, personId, accountId, draft);
    if (draft.buyingRole) {
      await tx
        .insertInto("buying_role")
        .values({
          tenant_id: tenantId,
          id: randomUUID(),
          account_id: accountId,
          person_id: personId,
          role: draft.buyingRole,
          set_by: actor.userId,
        })
        .execute();
    }
    await recordAudit(
      tx,
      context,
      "person.added",
      { kind: "person", id: personId },
      { accountId, ...(isPlaceholder && { isPlaceholder }), role: draft.buyingRole ?? undefined },
    );
    await enqueueRelationshipRound(tx, tenantId, accountId);
    const added = await findPosition(tx, actor, positionId);
    if (!added) throw new AppError("person.not_found");
    return added.view;
  });
