import { once } from "node:events";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Tx } from "./database-handles.ts";
import { copyLine, type CopyValue } from "./copy-text.ts";
import { clientOf } from "./transaction-handle.ts";

const chunkChars = 64 * 1024;
let stageCount = 0;

/**
 * Write many rows with COPY inside the transaction; returns how many. PostgreSQL does not COPY into
 * a table whose row security applies to us, so such rows pass through a temporary table, and
 * every row is still checked. `conflict` is the tail of that INSERT (`on conflict … do …`).
 */
export async function copyInto(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: AsyncIterable<readonly CopyValue[]> | Iterable<readonly CopyValue[]>,
  conflict = "",
): Promise<number> {
  const client = clientOf(tx);
  const name = table.split(".").map(pg.escapeIdentifier).join(".");
  const list = columns.map(pg.escapeIdentifier).join(", ");
  const active = await client.query<{ active: boolean }>(
    "select row_security_active($1::regclass) as active",
    [name],
  );
  if (!active.rows[0]?.active && !conflict) return sendRows(client, name, list, rows);
  const stage = `copy_stage_${(stageCount = (stageCount + 1) % 1_000_000)}`;
  await client.query(
    `create temp table ${stage} on commit drop as select ${list} from ${name} with no data`,
  );
  await sendRows(client, stage, list, rows);
  const result = await client.query(
    `insert into ${name} (${list}) select ${list} from ${stage} ${conflict}`,
  );
  await client.query(`drop table ${stage}`);
  return result.rowCount ?? 0;
}

async function sendRows(
  client: pg.PoolClient,
  table: string,
  list: string,
  rows: AsyncIterable<readonly CopyValue[]> | Iterable<readonly CopyValue[]>,
): Promise<number> {
  const stream = client.query(copyFrom(`copy ${table} (${list}) from stdin`));
  let failure: Error | null = null;
  stream.on("error", (error: Error) => (failure = error));
  const ended = new Promise<void>((resolve) => {
    stream.once("finish", resolve);
    stream.once("error", () => resolve());
  });
  let chunk = "";
  const flush = async () => {
    const roomLeft = stream.write(chunk);
    chunk = "";
    if (!roomLeft && !failure) await Promise.race([once(stream, "drain").catch(() => {}), ended]);
    if (failure) throw failure;
  };
  try {
    for await (const row of rows) {
      chunk += copyLine(row);
      if (chunk.length >= chunkChars) await flush();
    }
    if (chunk) await flush();
    stream.end();
  } catch (error) {
    // Ends the COPY on the server too, so that the rollback can follow on this connection.
    if (!failure) stream.destroy(error as Error);
    await ended;
    throw error;
  }
  await ended;
  if (failure) throw failure;
  return stream.rowCount;
}
