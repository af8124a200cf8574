import type { PersonView, personPages } from "@mainstay/contract/person-page";
import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { lockPerson } from "./lock-person.ts";
import { getPersonView } from "./person-view.ts";
import { renamePerson } from "./rename-person.ts";

/** Corrects a person's name, or says who sits on a seat that was a placeholder (a name and `isPlaceholder: false`). */
export const editPerson = (
  context: Context,
  personId: string,
  draft: z.output<NonNullable<typeof personPages.edit.body>>,
): Promise<PersonView> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const before = await lockPerson(tx, tenantId, personId);
    demandVersion(context, before.version);
    await renamePerson(tx, context, before, draft);
    const isFound = before.is_placeholder && draft.isPlaceholder === false;
    await recordAudit(
      tx,
      context,
      isFound ? "person.identified" : "person.edited",
      { kind: "person", id: personId },
      { fields: Object.keys(draft) },
    );
    const { rows } = await sql<{ account_id: string }>`
      select distinct account_id from position where tenant_id = ${tenantId}::uuid and person_id = ${personId}::uuid
        and ends_on is null`.execute(tx);
    for (const { account_id } of rows) await enqueueRelationshipRound(tx, tenantId, account_id);
    return getPersonView(tx, context.actor, personId);
  });
