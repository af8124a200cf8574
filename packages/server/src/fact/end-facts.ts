import type { DeletionReason } from "@mainstay/domain/fact/deletion-reason";
import { type FactKind, factKinds, factRules } from "@mainstay/domain/fact/fact-kind";
import { type RawBuilder, sql } from "kysely";
import { forgetMergeCopies } from "../person/forget-merge-copies.ts";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingEveryFact } from "./seeing-every-fact.ts";

/** How many facts of each kind were deleted; a photo counts as `photo`. Empty when there was nothing. */
export type EndedCounts = Readonly<Partial<Record<FactKind | "photo", number>>>;

interface Ending {
  /** Which facts, over `fact f`. */
  readonly facts: RawBuilder<boolean>;
  /** Which photos, over `person_photo f`; null leaves photos alone. */
  readonly photos: RawBuilder<boolean> | null;
  readonly reason: DeletionReason;
  readonly personId?: string;
  readonly consentId?: string;
  readonly requestId?: string | null;
}

/**
 * Deletes every fact and photo that rests on a consent, at once, and leaves a receipt without values. `reason` is
 * `consent_withdrawn` or `consent_expired`; null where nothing rested on it.
 */
export const endFactsOfConsent = async (
  tx: Tx,
  author: AuditAuthor,
  consentId: string,
  reason: DeletionReason,
): Promise<EndedCounts> => {
  const on = sql<boolean>`f.consent_id = ${consentId}::uuid`;
  return endFacts(tx, author, { facts: on, photos: on, reason, consentId });
};

/**
 * Deletes every fact, photo and open question of a person and leaves a receipt without values; `requestId` names the
 * subject request that asked for it.
 */
export const endFactsOfPerson = async (
  tx: Tx,
  author: AuditAuthor,
  personId: string,
  reason: DeletionReason,
  requestId?: string,
): Promise<EndedCounts> => {
  const of = sql<boolean>`f.person_id = ${personId}::uuid`;
  await seeingEveryFact(tx, () =>
    sql`delete from fact_prompt where tenant_id = ${author.tenantId}::uuid
      and person_id = ${personId}::uuid`.execute(tx),
  );
  return endFacts(tx, author, {
    facts: of,
    photos: of,
    reason,
    personId,
    requestId: requestId ?? null,
  });
};

/** Deletes what describes a person's interests, habits and character, after an objection to profiling (Article 24). */
export const endProfileFactsOfPerson = async (
  tx: Tx,
  author: AuditAuthor,
  personId: string,
  requestId?: string,
): Promise<EndedCounts> => {
  const kinds = factKinds.filter((kind) => factRules[kind].isProfile);
  return endFacts(tx, author, {
    facts: sql<boolean>`f.person_id = ${personId}::uuid and f.kind = any(${kinds}::text[])`,
    photos: null,
    reason: "subject_request",
    personId,
    requestId: requestId ?? null,
  });
};

/** Deletes facts, writes one receipt a person and one audit row a receipt; nothing where there was nothing. */
export const endFacts = async (
  tx: Tx,
  author: AuditAuthor,
  ending: Ending,
): Promise<EndedCounts> => {
  const { tenantId } = author;
  const gone = await seeingEveryFact(tx, async () => {
    const facts = await sql<{ person_id: string; kind: FactKind }>`
      delete from fact f where f.tenant_id = ${tenantId}::uuid and ${ending.facts} returning f.person_id, f.kind`.execute(
      tx,
    );
    const photos = ending.photos ? await endPhotos(tx, tenantId, ending.photos) : [];
    return [...facts.rows, ...photos.map((person_id) => ({ person_id, kind: "photo" as const }))];
  });
  const total: Partial<Record<FactKind | "photo", number>> = {};
  const ofPerson = new Map<string, Partial<Record<FactKind | "photo", number>>>();
  for (const { person_id, kind } of gone) {
    const counts = ofPerson.get(person_id) ?? {};
    counts[kind] = (counts[kind] ?? 0) + 1;
    total[kind] = (total[kind] ?? 0) + 1;
    ofPerson.set(person_id, counts);
  }
  for (const [personId, counts] of ofPerson) {
    await forgetMergeCopies(tx, tenantId, personId);
    await writeReceipt(tx, author, ending, personId, counts);
  }
  return total;
};

/** A photo goes with its file. */
const endPhotos = async (
  tx: Tx,
  tenantId: string,
  which: RawBuilder<boolean>,
): Promise<string[]> => {
  const { rows } = await sql<{ person_id: string; file_id: string }>`
    delete from person_photo f where f.tenant_id = ${tenantId}::uuid and ${which} returning f.person_id, f.file_id`.execute(
    tx,
  );
  if (rows.length > 0) {
    await sql`delete from stored_file where tenant_id = ${tenantId}::uuid
      and id = any(${rows.map(({ file_id }) => file_id)}::uuid[])`.execute(tx);
  }
  return rows.map(({ person_id }) => person_id);
};

const writeReceipt = async (
  tx: Tx,
  author: AuditAuthor,
  { reason, consentId, requestId }: Ending,
  personId: string,
  counts: EndedCounts,
): Promise<void> => {
  const id = newId();
  await tx
    .insertInto("deletion_receipt")
    .values({
      tenant_id: author.tenantId,
      id,
      person_id: personId,
      reason,
      counts: JSON.stringify(counts),
      consent_id: consentId ?? null,
      request_id: requestId ?? null,
      deleted_by: author.actor?.userId ?? null,
    })
    .execute();
  await recordAudit(
    tx,
    author,
    "fact.ended",
    { kind: "person", id: personId },
    { reason, counts, receiptId: id, ...(consentId ? { consentId } : {}) },
  );
};
