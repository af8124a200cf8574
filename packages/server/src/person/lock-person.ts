import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

/**
 * Takes the person's row for this transaction; whoever changes a person or their jobs waits here for others who do.
 * `person.not_found` when it is not there for this actor, `person.restricted` while everything but keeping has stopped.
 */
export const lockPerson = async (tx: Tx, tenantId: string, personId: string) => {
  const person = await tx
    .selectFrom("person")
    .select([
      "id",
      "name",
      "external_id",
      "is_placeholder",
      "placeholder_since",
      "restricted_at",
      "no_profiling",
      "version",
    ])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", personId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!person) throw new AppError("person.not_found");
  if (person.restricted_at !== null) throw new AppError("person.restricted");
  return person;
};

export type LockedPerson = Awaited<ReturnType<typeof lockPerson>>;
