import { to as copyTo } from "pg-copy-streams";
import { parseCopyLine } from "./copy-text.ts";
import type { Db, Tx } from "./database-handles.ts";
import { clientOf } from "./transaction-handle.ts";

/**
 * Stream the rows of a SELECT through COPY, in batches as they arrive: the fastest way to read 10⁵
 * rows and more, with bounded memory. Fields are PostgreSQL's text form (null stays null).
 * COPY takes no parameters: quote values with `pg.escapeLiteral`, or use session settings.
 */
export async function* copyOutBatches(
  tx: Tx | Db,
  selectText: string,
): AsyncGenerator<(string | null)[][]> {
  for await (const lines of lineBatches(tx, selectText)) yield lines.map(parseCopyLine);
}

/** Like `copyOutBatches`, one row at a time. */
export async function* streamRows(
  tx: Tx | Db,
  selectText: string,
): AsyncGenerator<(string | null)[]> {
  for await (const lines of lineBatches(tx, selectText)) {
    for (const line of lines) yield parseCopyLine(line);
  }
}

/** The raw lines of COPY's text format, without line ends. */
export async function* copyOut(tx: Tx | Db, selectText: string): AsyncGenerator<string> {
  for await (const lines of lineBatches(tx, selectText)) yield* lines;
}

async function* lineBatches(tx: Tx | Db, selectText: string): AsyncGenerator<string[]> {
  const client = clientOf(tx);
  const stream = client.query(copyTo(`copy (${selectText}) to stdout`));
  const decoder = new TextDecoder();
  let rest = "";
  let ended = false;
  try {
    // Destroying a half-read COPY would leave the connection in the middle of an answer.
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      if (lines.length > 0) yield lines;
    }
    ended = true;
  } catch (error) {
    ended = true;
    throw error;
  } finally {
    if (!ended) await new Promise((done) => stream.once("close", done).once("end", done).resume());
  }
}
