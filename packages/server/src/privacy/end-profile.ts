import type { DeletionReason } from "@mainstay/domain/fact/deletion-reason";
import { sql } from "kysely";
import { seeingEveryFact } from "../fact/seeing-every-fact.ts";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { forgetPersonInSignals } from "../relationship/forget-person-in-signals.ts";
import { writeReceipt } from "./write-receipt.ts";

/**
 * Every table that judges a person, and which of its rows do. A line of the organisation is no judgement; a coach is one
 * by tests of what they want and do.
 */
const profileRows: Readonly<Record<string, (personId: string) => ReturnType<typeof sql>>> = {
  stance_assessment: (id) => sql`person_id = ${id}::uuid`,
  influence_assessment: (id) => sql`person_id = ${id}::uuid`,
  style_assessment: (id) => sql`person_id = ${id}::uuid`,
  pair_level: (id) => sql`person_id = ${id}::uuid`,
  buying_role: (id) => sql`person_id = ${id}::uuid and role = 'coach'`,
  relationship_step: (id) => sql`person_id = ${id}::uuid`,
  tie: (id) => sql`${id}::uuid in (from_person_id, to_person_id) and kind <> 'matrix_line'`,
};

/**
 * Deletes the profile of a person (stance, influence, style, pair levels, ties, being a coach) and notes that no new one
 * may be made (Articles 24, 47). Returns how many rows of each table went; the receipt says the same.
 */
export const endProfileOfPerson = async (
  tx: Tx,
  author: AuditAuthor,
  personId: string,
  why: { reason: DeletionReason; consentId?: string; requestId?: string },
): Promise<Record<string, number>> => {
  const { tenantId } = author;
  const counts: Record<string, number> = {};
  await seeingEveryFact(tx, async () => {
    // First, so that a judgement being written meanwhile is waited for and deleted too, and none comes after.
    await tx
      .updateTable("person")
      .set({ no_profiling: true })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", personId)
      .execute();
    for (const [table, rows] of Object.entries(profileRows)) {
      const gone = await sql`delete from ${sql.table(table)}
        where tenant_id = ${tenantId}::uuid and ${rows(personId)}`.execute(tx);
      const count = Number(gone.numAffectedRows ?? 0n);
      if (count > 0) counts[table] = count;
    }
    await forgetPersonInSignals(tx, tenantId, personId);
    // Answers kept for repeated requests may hold what was just deleted (the evidence of a tie).
    await sql`delete from idempotency_key where tenant_id = ${tenantId}::uuid and status is not null
      and strpos(response::text, ${personId}) > 0`.execute(tx);
  });
  if (Object.keys(counts).length > 0) await writeReceipt(tx, author, { personId, counts, ...why });
  await recordAudit(
    tx,
    author,
    "profile.ended",
    { kind: "person", id: personId },
    { reason: why.reason, counts },
  );
  return counts;
};
