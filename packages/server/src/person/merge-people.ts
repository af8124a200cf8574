import { randomUUID } from "node:crypto";
import type { MergeView, personMerges } from "@mainstay/contract/person-merge";
import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { answerMergedReturn } from "../handover/answer-leaving.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { seal } from "../platform/secrets/seal.ts";
import { objectToProfiling } from "../privacy/object-to-profiling.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { noteDoorOpening } from "./job-rules.ts";
import { type LockedPerson, lockPerson } from "./lock-person.ts";
import { moveInteractions } from "./merge-interactions.ts";
import { moveJobs } from "./merge-jobs.ts";
import type { MergeRecord, MergeWork, PersonWords } from "./merge-record.ts";
import { moveTables } from "./merge-tables.ts";
import { moveTies } from "./merge-ties.ts";
import { toMergeView } from "./person-merge-queries.ts";
import { personSearchText } from "./person-search-text.ts";
import { seeingWholePerson } from "./seeing-whole-person.ts";

/** How long a merge can be taken back, in days. */
export const undoDays = 30;

const wordsOf = (person: LockedPerson): PersonWords => ({
  name: person.name,
  external_id: person.external_id,
  is_placeholder: person.is_placeholder,
  placeholder_since: person.placeholder_since,
});

/** Writes a record's own words, and what search reads of them. */
export const writeWords = async (
  tx: Tx,
  { tenantId, now }: Pick<Context, "tenantId" | "now">,
  personId: string,
  words: PersonWords,
): Promise<void> => {
  await tx
    .updateTable("person")
    .set({
      ...words,
      ...personSearchText({ name: words.name, externalId: words.external_id }),
      version: sql`version + 1`,
      updated_at: now,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", personId)
    .execute();
};

/** A known name goes before a placeholder's; the number of the record that stays before the other's. */
const joinedWords = (kept: LockedPerson, gone: LockedPerson): PersonWords => {
  const lead = kept.is_placeholder && !gone.is_placeholder ? gone : kept;
  return { ...wordsOf(lead), external_id: kept.external_id ?? gone.external_id };
};

/** Both records, taken in the order of their ids, so that two who merge the same two wait for each other. */
export const lockBoth = async (
  tx: Tx,
  tenantId: string,
  keptId: string,
  goneId: string,
): Promise<{ kept: LockedPerson; gone: LockedPerson }> => {
  if (keptId === goneId) throw new AppError("person.merge_with_itself");
  const locked = new Map<string, LockedPerson>();
  for (const id of [keptId, goneId].sort()) locked.set(id, await lockPerson(tx, tenantId, id));
  const [kept, gone] = [locked.get(keptId), locked.get(goneId)];
  if (!kept || !gone) throw new AppError("person.not_found");
  return { kept, gone };
};

/** The work of a merge on rows that are locked; gives what it came to and how to take it back. */
export const joinRecords = async (
  tx: Tx,
  context: Pick<Context, "tenantId" | "now">,
  kept: LockedPerson,
  gone: LockedPerson,
): Promise<{ record: MergeRecord; conflicts: MergeWork["conflicts"]; accountIds: string[] }> => {
  const { tenantId } = context;
  const work: MergeWork = {
    tenantId,
    keptId: kept.id,
    goneId: gone.id,
    record: { moved: {}, dropped: [], jobs: [], ties: [], interactions: [] },
    conflicts: new Map(),
  };
  return seeingWholePerson(tx, async () => {
    const tenant = sql`${tenantId}::uuid`;
    const { rows: images } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(p) - 'search_bigrams' as row from person p where tenant_id = ${tenant} and id = ${gone.id}::uuid`.execute(
      tx,
    );
    await moveJobs(tx, work);
    await moveTables(tx, work);
    await moveTies(tx, work);
    await moveInteractions(tx, work);
    const { rows: earlier } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(m) as row from person_merge m where tenant_id = ${tenant} and kept_person_id = ${gone.id}::uuid`.execute(
      tx,
    );
    work.record.dropped.push(["person_merge", earlier.map(({ row }) => row)]);
    await sql`delete from person where tenant_id = ${tenant} and id = ${gone.id}::uuid`.execute(tx);
    const keptAfter = joinedWords(kept, gone);
    await writeWords(tx, context, kept.id, keptAfter);
    await noteDoorOpening(tx, tenantId, [kept.id]);
    const { rows: accounts } = await sql<{ account_id: string }>`
      select distinct account_id from position where tenant_id = ${tenant} and person_id = ${kept.id}::uuid`.execute(
      tx,
    );
    const record = {
      ...work.record,
      gone: images[0]?.row ?? {},
      keptBefore: wordsOf(kept),
      keptAfter,
    };
    return {
      record,
      conflicts: work.conflicts,
      accountIds: accounts.map(({ account_id }) => account_id),
    };
  });
};

/**
 * Puts the record `gonePersonId` into `personId`: everything that hangs on it moves, what cannot stand twice is settled by rule
 * (docs/decisions/0015), and for thirty days it can be taken back. Needs both in sight and neither restricted.
 */
export const mergePeople = (
  context: Context,
  keyRing: KeyRing,
  personId: string,
  draft: z.output<NonNullable<typeof personMerges.merge.body>>,
): Promise<MergeView> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const { kept, gone } = await lockBoth(tx, tenantId, personId, draft.gonePersonId);
    if (
      (draft.keptVersion !== undefined && draft.keptVersion !== kept.version) ||
      (draft.goneVersion !== undefined && draft.goneVersion !== gone.version)
    )
      throw new AppError("request.version_conflict");
    const { record, conflicts, accountIds } = await joinRecords(tx, context, kept, gone);
    const id = randomUUID();
    const place = { tenantId, table: "person_merge", rowId: id };
    const merge = {
      id,
      kept_person_id: kept.id,
      gone_person_id: gone.id,
      gone_name: gone.name,
      merged_at: now,
      undo_until: new Date(now.getTime() + undoDays * 86_400_000),
    };
    await tx
      .insertInto("person_merge")
      .values({
        ...merge,
        tenant_id: tenantId,
        before_sealed: seal(keyRing, place, JSON.stringify(record)),
        merged_by: actor.userId,
      })
      .execute();
    await recordAudit(
      tx,
      context,
      "person.merged",
      { kind: "person", id: kept.id },
      { mergeId: id, gonePersonId: gone.id, conflicts: Object.fromEntries(conflicts) },
    );
    // Who objected under one of the two records objected: the other's profile goes, and no undo brings it back.
    if (kept.no_profiling !== gone.no_profiling) await objectToProfiling(tx, context, kept.id);
    await answerMergedReturn(tx, context, kept.id);
    for (const accountId of accountIds) await enqueueRelationshipRound(tx, tenantId, accountId);
    return toMergeView({ ...merge, undone_at: null });
  });
