import type { ConsentView } from "@mainstay/contract/consent";
import type { Actor } from "@mainstay/domain/access/actor";
import { isPermitted } from "@mainstay/domain/access/permission";
import type { ConsentMethod, ConsentScope } from "@mainstay/domain/fact/consent-scope";
import { consentStateOf, sortedScope } from "@mainstay/domain/privacy/consent-rule";
import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";

interface ConsentRecord {
  id: string;
  person_id: string;
  person_name: string;
  scope: ConsentScope[];
  is_sensitive: boolean;
  purpose: string;
  words: string | null;
  is_text_replaced: boolean;
  text_version: string;
  method: ConsentMethod;
  witness: string | null;
  given_by_guardian: string | null;
  evidence_name: string | null;
  evidence_bytes: number | null;
  given_on: string;
  expires_on: string;
  expires_at: Date;
  withdrawn_at: Date | null;
  withdrawn_via: string | null;
  collected_by: string | null;
  collected_by_name: string | null;
  facts: number;
  version: number;
}

const select = (timeZone: string) => sql`
  select c.id, c.person_id, p.name as person_name, c.scope, c.is_sensitive, c.purpose, t.words,
    coalesce(t.replaced_by is not null, false) as is_text_replaced, c.text_version, c.method, c.witness,
    c.given_by_guardian, f.name as evidence_name, f.size_bytes as evidence_bytes,
    (c.given_at at time zone ${timeZone})::date as given_on, (c.expires_at at time zone ${timeZone})::date as expires_on,
    c.expires_at, c.withdrawn_at, c.withdrawn_via, c.collected_by, u.name as collected_by_name,
    (select count(*) from fact on_it where on_it.tenant_id = c.tenant_id and on_it.consent_id = c.id)::int as facts,
    c.version
  from consent c
  join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
  left join consent_text t on t.tenant_id = c.tenant_id and t.text_version = c.text_version
  left join stored_file f on f.tenant_id = c.tenant_id and f.id = c.evidence_file_id
  left join app_user u on u.tenant_id = c.tenant_id and u.id = c.collected_by`;

/** What a reader of consents needs beside the database. */
export interface ConsentReader {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly now: Date;
  readonly workspace: { readonly timeZone: string };
}

const toConsentView = ({ actor, now }: ConsentReader, record: ConsentRecord): ConsentView => {
  const state = consentStateOf(
    {
      withdrawnAt: record.withdrawn_at,
      expiresAt: record.expires_at,
      isTextReplaced: record.is_text_replaced,
    },
    now,
  );
  const isLiving = state !== "withdrawn" && state !== "expired";
  const records = isPermitted(actor, "consent.record");
  return {
    id: record.id,
    personId: record.person_id,
    personName: record.person_name,
    scope: sortedScope(record.scope),
    isSensitive: record.is_sensitive,
    purpose: record.purpose,
    words: record.words,
    textVersion: record.text_version,
    method: record.method,
    witness: record.witness,
    guardian: record.given_by_guardian,
    evidence:
      record.evidence_name === null
        ? null
        : { name: record.evidence_name, sizeBytes: record.evidence_bytes ?? 0 },
    givenOn: record.given_on,
    expiresOn: record.expires_on,
    withdrawnAt: record.withdrawn_at?.toISOString() ?? null,
    withdrawnVia: record.withdrawn_via,
    collectedBy: named(record.collected_by, record.collected_by_name),
    state,
    facts: record.facts,
    version: record.version,
    can: { withdraw: records && isLiving, makeLink: records && isLiving },
  };
};

const listConsents = async (
  db: Db,
  reader: ConsentReader,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<ConsentView[]> => {
  const { rows } = await sql<ConsentRecord>`
    ${select(reader.workspace.timeZone)} where c.tenant_id = ${reader.tenantId}::uuid and ${where}
    order by c.withdrawn_at is not null, c.given_at desc, c.id desc limit ${limit}`.execute(db);
  return rows.map((row) => toConsentView(reader, row));
};

/** A person's consents: those in force first, the newest first. */
export const listConsentsOfPerson = (db: Db, reader: ConsentReader, personId: string) =>
  listConsents(db, reader, sql`c.person_id = ${personId}::uuid`, 500);

/** A consent whose person the reader sees; null otherwise. */
export const findConsentView = async (
  db: Db,
  reader: ConsentReader,
  id: string,
): Promise<ConsentView | null> =>
  (await listConsents(db, reader, sql`c.id = ${id}::uuid`, 1))[0] ?? null;

/** What ends with a consent; null when the caller does not see it. */
export const lockConsent = (tx: Tx, tenantId: string, id: string) =>
  tx
    .selectFrom("consent")
    .select(["id", "person_id", "scope", "expires_at", "withdrawn_at", "version"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();

/** True when the person is in the caller's sight. */
export const seesPerson = async (db: Db, tenantId: string, personId: string): Promise<boolean> => {
  const found = await db
    .selectFrom("person")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", personId)
    .executeTakeFirst();
  return found !== undefined;
};
