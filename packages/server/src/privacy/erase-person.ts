import { sql } from "kysely";
import { endFactsOfPerson } from "../fact/end-facts.ts";
import { seeingEveryFact } from "../fact/seeing-every-fact.ts";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { forgetPersonInSignals } from "../relationship/forget-person-in-signals.ts";
import { enqueueRoundsOfPerson } from "./enqueue-rounds-of-person.ts";
import { rubOutName } from "./rub-out-name.ts";
import { writeReceipt } from "./write-receipt.ts";

/** What hangs on a person and goes with the row of the person; counted for the receipt. */
const hangingOn: Readonly<Record<string, string>> = {
  position: "person_id",
  consent: "person_id",
  buying_role: "person_id",
  stance_assessment: "person_id",
  influence_assessment: "person_id",
  style_assessment: "person_id",
  pair_level: "person_id",
  map_place: "person_id",
  handover: "person_id",
  incoming_message: "person_id",
  public_link: "person_id",
  customer_mail: "person_id",
  survey_opt_out: "person_id",
};

/**
 * Deletes a person and everything that hangs on them (Article 47): facts, photo, evidence, consents, jobs, roles,
 * assessments, ties, the copies kept to take back imports and merges. Contacts we had stay as our own history without the
 * person and without the name. What remains is a receipt that says how much of what was deleted, never what it said.
 */
export const erasePerson = async (
  tx: Tx,
  author: AuditAuthor,
  personId: string,
  requestId?: string,
): Promise<{ receiptId: string }> =>
  seeingEveryFact(tx, async () => {
    const { tenantId } = author;
    const person = await tx
      .selectFrom("person")
      .select(["id", "name"])
      .where("tenant_id", "=", tenantId)
      .where("id", "=", personId)
      .forUpdate()
      .executeTakeFirst();
    if (!person) throw new AppError("person.not_found");
    await enqueueRoundsOfPerson(tx, tenantId, personId);
    await forgetPersonInSignals(tx, tenantId, personId);
    await rubOutName(tx, tenantId, person);
    await endFactsOfPerson(tx, author, personId, "person_erased", requestId);
    const counts = await countHanging(tx, tenantId, personId);
    await forgetCopies(tx, tenantId, personId);
    await forgetUnsortedMail(tx, tenantId, personId);
    const { rows: files } = await sql<{ id: string }>`
      select evidence_file_id as id from consent where tenant_id = ${tenantId}::uuid and person_id = ${personId}::uuid
        and evidence_file_id is not null`.execute(tx);
    await sql`delete from person where tenant_id = ${tenantId}::uuid and id = ${personId}::uuid`.execute(
      tx,
    );
    await sql`delete from stored_file where tenant_id = ${tenantId}::uuid
      and id = any(${files.map(({ id }) => id)}::uuid[])`.execute(tx);
    const receiptId = await writeReceipt(tx, author, {
      personId,
      reason: "person_erased",
      counts: { person: 1, ...counts, ...(files.length > 0 ? { stored_file: files.length } : {}) },
      requestId,
    });
    const subject = { kind: "person", id: personId };
    await recordAudit(tx, author, "person.erased", subject, { personId, receiptId, counts });
    return { receiptId };
  });

const countHanging = async (tx: Tx, tenantId: string, personId: string) => {
  const counts: Record<string, number> = {};
  for (const [table, column] of Object.entries(hangingOn)) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
      where tenant_id = ${tenantId}::uuid and ${sql.ref(column)} = ${personId}::uuid`.execute(tx);
    if (rows[0]?.n) counts[table] = rows[0].n;
  }
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from tie
    where tenant_id = ${tenantId}::uuid and ${personId}::uuid in (from_person_id, to_person_id)`.execute(
    tx,
  );
  if (rows[0]?.n) counts["tie"] = rows[0].n;
  return counts;
};

/** Mail of theirs that nobody has sorted yet knows them by their address alone. */
const forgetUnsortedMail = (tx: Tx, tenantId: string, personId: string) =>
  sql`delete from incoming_message where tenant_id = ${tenantId}::uuid and person_id is null and from_address in (
    select lower(work_email) from position where tenant_id = ${tenantId}::uuid and person_id = ${personId}::uuid
      and work_email is not null)`.execute(tx);

/** Copies of rows that were kept to take something back: an import, a merge, a repeated request. */
const forgetCopies = async (tx: Tx, tenantId: string, personId: string): Promise<void> => {
  await sql`delete from import_before where tenant_id = ${tenantId}::uuid and table_name in ('person', 'position')
    and (row_key = ${personId}::uuid or row_before ->> 'person_id' = ${personId})`.execute(tx);
  await sql`delete from person_merge where tenant_id = ${tenantId}::uuid
    and ${personId}::uuid in (kept_person_id, gone_person_id)`.execute(tx);
  await sql`delete from idempotency_key where tenant_id = ${tenantId}::uuid
    and strpos(response::text, ${personId}) > 0`.execute(tx);
};
