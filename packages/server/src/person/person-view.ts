import type { PersonView } from "@mainstay/contract/person-page";
import type { Actor } from "@mainstay/domain/access/actor";
import { isPermitted } from "@mainstay/domain/access/permission";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

interface PersonRecord {
  id: string;
  name: string;
  external_id: string | null;
  is_placeholder: boolean;
  placeholder_since: string | null;
  restricted_at: Date | null;
  no_profiling: boolean;
  has_photo: boolean;
  version: number;
  created_at: Date;
}

/** The person beside every job, with what this actor may do; `person.not_found` when not there for this actor. */
export const getPersonView = async (
  db: Db,
  actor: Actor,
  personId: string,
): Promise<PersonView> => {
  const { rows } = await sql<PersonRecord>`
    select p.id, p.name, p.external_id, p.is_placeholder, p.placeholder_since, p.restricted_at, p.no_profiling, p.version,
      p.created_at, exists (select 1 from person_photo f where f.tenant_id = p.tenant_id and f.person_id = p.id) as has_photo
    from person p where p.tenant_id = ${actor.tenantId}::uuid and p.id = ${personId}::uuid`.execute(
    db,
  );
  const [record] = rows;
  if (!record) throw new AppError("person.not_found");
  const isRestricted = record.restricted_at !== null;
  return {
    id: record.id,
    name: record.name,
    externalId: record.external_id,
    isPlaceholder: record.is_placeholder,
    placeholderSince: record.placeholder_since,
    isRestricted,
    noProfiling: record.no_profiling,
    hasPhoto: record.has_photo,
    version: record.version,
    createdAt: record.created_at.toISOString(),
    can: {
      edit: !isRestricted && isPermitted(actor, "person.edit"),
      merge: !isRestricted && isPermitted(actor, "person.merge"),
      setPhoto:
        !isRestricted &&
        !record.is_placeholder &&
        actor.factClasses.includes("P") &&
        isPermitted(actor, "fact.edit"),
    },
  };
};
