import type { ReadRecord } from "@mainstay/domain/import/read-record";
import type { ChunkOutcome, ChunkWork, PlacedRow } from "./chunk-work.ts";
import { linkContacts } from "./link-contacts.ts";
import { linkParents } from "./link-parents.ts";

/** Kinds of lists whose rows refer to each other, so that they are walked a second time. */
export const isLinked = (kind: ChunkWork["kind"]): boolean =>
  kind === "account" || kind === "contact";

/** The second walk of a chunk; nothing for kinds whose rows stand alone. */
export const linkRows = async (
  work: ChunkWork,
  rows: readonly PlacedRow<ReadRecord>[],
): Promise<ChunkOutcome> => {
  if (work.kind === "account") return linkParents(work, rows);
  if (work.kind === "contact") return linkContacts(work, rows);
  return { refused: [], created: 0, updated: 0 };
};
