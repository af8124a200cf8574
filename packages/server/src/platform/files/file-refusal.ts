import type { FileProblem } from "@mainstay/domain/import/file-problem";

/** A file that cannot be read: what is wrong, and on which line (from 1) where that is known. */
export class FileRefusal extends Error {
  override readonly name = "FileRefusal";
  constructor(
    readonly code: FileProblem,
    readonly line: number | null = null,
    readonly detail: string | null = null,
  ) {
    super(
      `${code}${line === null ? "" : ` (line ${line})`}${detail === null ? "" : `: ${detail}`}`,
    );
  }
}
