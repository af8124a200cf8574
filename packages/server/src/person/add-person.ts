import { randomUUID } from "node:crypto";
import type { PositionView, people } from "@mainstay/contract/person";
import { accountAbilities } from "@mainstay/domain/account/account-policy";
import type { z } from "zod";
import { findAccount } from "../account/account-queries.ts";
import { personPinyin } from "./person-pinyin.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findPosition } from "./person-queries.ts";

type Draft = z.output<NonNullable<typeof people.add.body>>;

/** Adds a person together with their job at the account. */
export const addPerson = (
  context: Context,
  accountId: string,
  draft: Draft,
): Promise<PositionView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const account = await findAccount(tx, tenantId, accountId);
    if (!account) throw new AppError("account.not_found");
    if (!accountAbilities(actor, teamOf(account)).addPerson)
      throw new AppError("access.not_permitted");
    const [personId, positionId] = [randomUUID(), randomUUID()];
    await tx
      .insertInto("person")
      .values({ tenant_id: tenantId, id: personId, name: draft.name, ...personPinyin(draft.name) })
      .execute();
    await tx
      .insertInto("position")
      .values({
        tenant_id: tenantId,
        id: positionId,
        person_id: personId,
        account_id: accountId,
        title: draft.title || null,
        department: draft.department || null,
        work_phone: draft.workPhone || null,
        work_email: draft.workEmail ?? null,
        starts_on: draft.startsOn ?? null,
      })
      .execute();
    await recordAudit(tx, context, "person.added", { kind: "person", id: personId }, { accountId });
    const added = await findPosition(tx, actor, positionId);
    if (!added) throw new AppError("person.not_found");
    return added.view;
  });
