import {
  DefaultQueryExecutor,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SingleConnectionProvider,
  Transaction,
  type DatabaseConnection,
} from "kysely";
import type { PoolClient } from "pg";
import type { Db, Schema, Tx } from "./database-handles.ts";
import { createStatementNames } from "./statement-names.ts";

const compiler = new PostgresQueryCompiler();
const adapter = new PostgresAdapter();
const driver = new DummyDriver();
const dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createQueryCompiler: () => compiler,
  createIntrospector: (db: ConstructorParameters<typeof PostgresIntrospector>[0]) =>
    new PostgresIntrospector(db),
};

const nameOf = createStatementNames();
const clients = new WeakMap<object, { client: PoolClient; isOver: () => boolean }>();

/** The one place where a `Tx` comes into being; `openTransaction` alone calls it. */
export function mintTransaction(client: PoolClient, isOver: () => boolean): Tx {
  const connection: DatabaseConnection = {
    async executeQuery(query) {
      refuseWhenOver(isOver);
      const name = nameOf(query.sql, query.parameters.length);
      const values = [...query.parameters];
      const result = await client.query(
        name === undefined ? { text: query.sql, values } : { name, text: query.sql, values },
      );
      const counted = ["INSERT", "UPDATE", "DELETE", "MERGE"].includes(result.command);
      return {
        rows: result.rows ?? [],
        numAffectedRows: counted ? BigInt(result.rowCount ?? 0) : undefined,
      };
    },
    streamQuery() {
      throw new Error("Use copyOut to stream rows.");
    },
  };
  const executor = new DefaultQueryExecutor(
    compiler,
    adapter,
    new SingleConnectionProvider(connection),
  );
  const tx = new Transaction<Schema>({ config: { dialect }, driver, dialect, executor }) as Tx;
  clients.set(tx, { client, isOver });
  return tx;
}

/** The connection under a transaction, for COPY, which Kysely does not know. */
export function clientOf(tx: Tx | Db): PoolClient {
  const found = clients.get(tx);
  if (!found) throw new Error("COPY needs the handle that the transaction opener passed in.");
  refuseWhenOver(found.isOver);
  return found.client;
}

function refuseWhenOver(isOver: () => boolean): void {
  if (isOver()) throw new Error("This transaction is over; a query was not awaited inside it.");
}
