import pg from "pg";

/** The condition that keeps a read to the accounts named, or to nothing less than all; ids become quoted literals. */
export const accountScope = (column: string, only: readonly string[] | null): string =>
  only === null ? "" : ` and ${column} in (${only.map((id) => pg.escapeLiteral(id)).join(", ")})`;
