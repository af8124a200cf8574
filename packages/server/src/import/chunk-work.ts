import type { ImportKind } from "@mainstay/domain/import/import-kind";
import type { ImportOptions } from "@mainstay/domain/import/import-options";
import type { CellRefusal } from "@mainstay/domain/import/read-cell";
import type { RefusedRow } from "@mainstay/domain/import/row-refusal";
import type { Tx } from "../platform/db/database-handles.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import type { ToBase } from "./exchange-rates.ts";
import type { ImportScope } from "./import-scope.ts";

/** What every chunk of a batch is taken over with. */
export interface ChunkWork {
  readonly tx: Tx;
  readonly scope: ImportScope;
  readonly kind: ImportKind;
  readonly options: ImportOptions;
  readonly toBase: ToBase;
  readonly baseCurrency: string;
  /** What sensitive facts are sealed with; nothing else needs it. */
  readonly keyRing: KeyRing;
  /** A dry run that will be rolled back: what no check looks at need not be made. */
  readonly isTrial?: boolean;
}

/** A row that could be read, with its place in the file. */
export interface PlacedRow<Row> {
  readonly line: number;
  readonly row: Row;
}

/** What a chunk came to. */
export interface ChunkOutcome {
  readonly refused: RefusedRow[];
  readonly created: number;
  readonly updated: number;
}

/** Amounts beyond this are refused: exact sums of many of them must still fit. */
export const mostMinor = 1e15;

export const refusedAt = (line: number, { refused, params }: CellRefusal): RefusedRow => ({
  line,
  code: refused,
  params,
});
