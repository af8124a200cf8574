import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import type { PacketOf } from "./packet-sections.ts";

/** Fields that name no person, or only our own people, who answer for what they wrote. */
const untouched: ReadonlySet<string> = new Set([
  "name",
  "otherRecord",
  "account",
  "project",
  "content",
  "sealed",
  "sha256",
  "factId",
  "textVersion",
  "assessedBy",
  "collectedBy",
  "notedBy",
  "setBy",
  "loggedBy",
  "mergedBy",
  "lookedAtBy",
  "ourColleague",
]);

/**
 * Names of other persons of the customers whom the texts may speak of: who worked where this person did, or took part in
 * the same contacts. The longest first, so that no part of a name stays behind.
 */
export const namesOfOthers = async (db: Db, of: PacketOf): Promise<string[]> => {
  const { tenantId, personId } = of;
  const { rows } = await sql<{ name: string }>`
    with mine as (select account_id from position where tenant_id = ${tenantId}::uuid and person_id = ${personId}::uuid),
      together as (select unnest(person_ids) as id from interaction
        where tenant_id = ${tenantId}::uuid and person_ids @> array[${personId}::uuid]),
      tied as (select unnest(array[from_person_id, to_person_id]) as id from tie
        where tenant_id = ${tenantId}::uuid and ${personId}::uuid in (from_person_id, to_person_id))
    select distinct other.name from person other, person me
    where me.tenant_id = ${tenantId}::uuid and me.id = ${personId}::uuid and other.tenant_id = me.tenant_id
      and other.id <> me.id and other.name <> me.name and length(other.name) > 1
      and (other.id in (select id from together) or other.id in (select id from tied)
        or other.id in (select person_id from position p where p.tenant_id = me.tenant_id
          and p.account_id in (select account_id from mine)))`.execute(db);
  return rows.map(({ name }) => name).toSorted((one, other) => other.length - one.length);
};

/** The value with somebody in place of every other person's name, at any depth. */
export const redactOthers = (
  value: unknown,
  names: readonly string[],
  somebody: string,
  field = "",
): unknown => {
  if (untouched.has(field)) return value;
  if (typeof value === "string") {
    return names.reduce((text, name) => text.replaceAll(name, somebody), value);
  }
  if (Array.isArray(value)) return value.map((one) => redactOthers(one, names, somebody, field));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, redactOthers(one, names, somebody, key)]),
  );
};
