import {
  type FactCounts,
  needsBulkAcknowledgement,
  shareOfCriminalLine,
} from "@mainstay/domain/fact/criminal-line";
import { type FactKind, factRules } from "@mainstay/domain/fact/fact-kind";
import type { ImportKind } from "@mainstay/domain/import/import-kind";
import type { ReadRecord } from "@mainstay/domain/import/read-record";
import { sql } from "kysely";
import type { BulkCount } from "../import/import-batch-queries.ts";
import type { ReadyChunk } from "../import/take-chunk.ts";
import type { Db } from "../platform/db/database-handles.ts";

/** Rows brought in during so many days count together: splitting a file does not make it smaller. */
const countedDays = 30;

export interface BulkCounter {
  add(chunk: ReadyChunk): void;
  /** The warning that compliance must answer; null where the rows stay below the criminal line. */
  warning(db: Db, tenantId: string): Promise<BulkCount | null>;
}

/** Counts the rows of a batch by kind, against the line from which unlawful handling is a crime (facts § 1). */
export const bulkCounter = (kind: ImportKind): BulkCounter => {
  const counts: Partial<Record<FactKind, number>> = {};
  return {
    add(chunk) {
      if (kind !== "fact" || chunk.kind !== "record") return;
      for (const { row } of chunk.read.rows) {
        const one = (row as ReadRecord).values["factKind"] as FactKind;
        counts[one] = (counts[one] ?? 0) + 1;
      }
    },
    async warning(db, tenantId) {
      // Without a sensitive row nothing new comes nearer to the line that matters.
      const isSensitive = Object.keys(counts).some(
        (one) => factRules[one as FactKind].class === "S",
      );
      if (!isSensitive && !needsBulkAcknowledgement(counts)) return null;
      const all: Partial<Record<FactKind, number>> = { ...counts };
      for (const [one, n] of Object.entries(await importedLately(db, tenantId)))
        all[one as FactKind] = (all[one as FactKind] ?? 0) + n;
      if (!needsBulkAcknowledgement(all)) return null;
      const rows = Object.values(all).reduce((sum, n) => sum + n, 0);
      return { percent: Math.floor(shareOfCriminalLine(all) * 100 + 1e-6), rows, counts: all };
    },
  };
};

const importedLately = async (db: Db, tenantId: string): Promise<FactCounts> => {
  const { rows } = await sql<{ kind: FactKind; n: number }>`
    select f.kind, count(*)::int as n from fact f
    where f.tenant_id = ${tenantId}::uuid and f.batch_id is not null
      and f.created_at > now() - make_interval(days => ${countedDays})
    group by f.kind`.execute(db);
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
};
