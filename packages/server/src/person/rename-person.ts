import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { LockedPerson } from "./lock-person.ts";
import { personSearchText } from "./person-search-text.ts";

/** Writes a person's name or whether they are a placeholder, renews what search reads and counts the version up. */
export const renamePerson = async (
  tx: Tx,
  { tenantId, now, today }: Pick<Context, "tenantId" | "now" | "today">,
  person: LockedPerson,
  change: { readonly name?: string | undefined; readonly isPlaceholder?: boolean | undefined },
): Promise<void> => {
  const { name = person.name, isPlaceholder = person.is_placeholder } = change;
  await tx
    .updateTable("person")
    .set({
      name,
      ...personSearchText({ name, externalId: person.external_id }),
      is_placeholder: isPlaceholder,
      placeholder_since: isPlaceholder ? (person.placeholder_since ?? today) : null,
      version: sql`version + 1`,
      updated_at: now,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", person.id)
    .execute();
};
