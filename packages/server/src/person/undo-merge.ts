import type { MergeView } from "@mainstay/contract/person-merge";
import { isPermitted } from "@mainstay/domain/access/permission";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { brokenConstraint } from "../platform/db/database-errors.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { open, SealBroken } from "../platform/secrets/seal.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { noteDoorOpening } from "./job-rules.ts";
import { type LockedPerson, lockPerson } from "./lock-person.ts";
import { moveInteractionsBack } from "./merge-interactions.ts";
import { writeJob } from "./merge-jobs.ts";
import { mergeObstacle } from "./merge-obstacle.ts";
import { writeWords } from "./merge-people.ts";
import type { MergeRecord, PersonWords } from "./merge-record.ts";
import { moveTablesBack } from "./merge-tables.ts";
import { moveTiesBack } from "./merge-ties.ts";
import { toMergeView } from "./person-merge-queries.ts";
import { restoreDropped, writtenColumns } from "./restore-dropped.ts";
import { seeingWholePerson } from "./seeing-whole-person.ts";

/** What was changed since stays; what still is as the merge left it becomes what it was. */
const unlessChanged = <Words extends object>(now: Words, before: Words, after: Words): Words =>
  Object.fromEntries(
    (Object.keys(before) as (keyof Words)[]).map((word) => [
      word,
      now[word] === after[word] ? before[word] : now[word],
    ]),
  ) as Words;

/** A placeholder has a day and nobody else has one. */
const consistent = (words: PersonWords): PersonWords => ({
  ...words,
  placeholder_since: words.is_placeholder ? words.placeholder_since : null,
});

const takeApart = async (
  tx: Tx,
  context: Context,
  kept: LockedPerson,
  merge: { kept_person_id: string; gone_person_id: string },
  record: MergeRecord,
): Promise<string[]> => {
  const { tenantId } = context;
  const ids = { tenantId, keptId: merge.kept_person_id, goneId: merge.gone_person_id };
  const tenant = sql`${tenantId}::uuid`;
  const { name, external_id, is_placeholder, placeholder_since } = kept;
  const now = { name, external_id, is_placeholder, placeholder_since };
  const words = consistent(unlessChanged(now, record.keptBefore, record.keptAfter));
  await writeWords(tx, context, ids.keptId, words);
  const columns = await writtenColumns(tx, "person");
  await sql`insert into person (${columns}) select ${columns} from jsonb_populate_record(null::person,
    ${JSON.stringify({ ...record.gone, search_bigrams: [] })}::jsonb) r`.execute(tx);
  await writeWords(tx, context, ids.goneId, record.gone as unknown as PersonWords);
  await sql`update person set version = version - 1, updated_at = ${record.gone["updated_at"]}::timestamptz
    where tenant_id = ${tenant} and id = ${ids.goneId}::uuid`.execute(tx);
  await sql`update position set person_id = ${ids.goneId}::uuid where tenant_id = ${tenant}
    and person_id = ${ids.keptId}::uuid and id = any(${record.moved["position"] ?? []}::uuid[])`.execute(
    tx,
  );
  await moveTablesBack(tx, ids, record.moved);
  await moveTiesBack(tx, ids, record.ties);
  await moveInteractionsBack(tx, ids, record.interactions);
  await restoreDropped(tx, tenantId, record.dropped);
  for (const { id, before, after } of record.jobs.toReversed()) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(o) as row from position o where tenant_id = ${tenant} and id = ${id}::uuid`.execute(
      tx,
    );
    const job = rows[0]?.row;
    if (!job) continue;
    const changed = Object.keys(before).filter((column) => job[column] === after[column]);
    if (changed.length > 0)
      await writeJob(
        tx,
        tenantId,
        id,
        Object.fromEntries(changed.map((column) => [column, before[column]])),
      );
  }
  await noteDoorOpening(tx, tenantId, [ids.keptId, ids.goneId]);
  const { rows } = await sql<{ account_id: string }>`
    select distinct account_id from position where tenant_id = ${tenant}
      and person_id in (${ids.keptId}::uuid, ${ids.goneId}::uuid)`.execute(tx);
  return rows.map(({ account_id }) => account_id);
};

/**
 * Takes a merge apart again: both records as they were. What was added or edited since stays with the record that was kept; what was
 * deleted since stays deleted. Refuses with the obstacle named where a later change cannot stand beside it.
 */
export const undoMerge = (
  context: Context,
  keyRing: KeyRing,
  mergeId: string,
): Promise<MergeView> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const merge = await tx
      .selectFrom("person_merge")
      .selectAll()
      .where("tenant_id", "=", tenantId)
      .where("id", "=", mergeId)
      .forUpdate()
      .executeTakeFirst();
    if (!merge || !isPermitted(actor, "person.merge")) throw new AppError("person.merge_not_found");
    // The merge is there for whoever sees the record that was kept.
    const seen = await tx
      .selectFrom("person")
      .select("id")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", merge.kept_person_id)
      .executeTakeFirst();
    if (!seen) throw new AppError("person.merge_not_found");
    if (merge.undone_at !== null) throw new AppError("person.merge_undone");
    if (merge.before_sealed === null || (merge.undo_until as Date) <= now)
      throw new AppError("person.merge_too_late");
    const kept = await lockPerson(tx, tenantId, merge.kept_person_id);
    try {
      const place = { tenantId, table: "person_merge", rowId: mergeId };
      const record = JSON.parse(open(keyRing, place, merge.before_sealed)) as MergeRecord;
      const accountIds = await seeingWholePerson(tx, () =>
        takeApart(tx, context, kept, merge, record),
      );
      for (const accountId of accountIds) await enqueueRelationshipRound(tx, tenantId, accountId);
    } catch (error) {
      const constraint = brokenConstraint(error);
      if (constraint === null && !(error instanceof SealBroken)) throw error;
      throw new AppError("person.merge_changed", {
        obstacle: mergeObstacle(constraint, context.locale),
      });
    }
    await tx
      .updateTable("person_merge")
      .set({ undone_at: now, before_sealed: null })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", mergeId)
      .execute();
    await recordAudit(
      tx,
      context,
      "person.merge_undone",
      { kind: "person", id: merge.kept_person_id },
      { mergeId, gonePersonId: merge.gone_person_id },
    );
    return toMergeView({
      ...merge,
      merged_at: merge.merged_at as Date,
      undo_until: merge.undo_until as Date,
      undone_at: now,
    });
  });
