import type { Kysely, Transaction } from "kysely";
import type { DB } from "../../schema.gen.ts";

/** All tables as the application role sees them. */
export type Schema = DB;

/** Enough to read. */
export type Db = Kysely<Schema>;

declare const openedByUs: unique symbol;

/** Enough to write: only the opener of transactions mints one, so no write can happen outside. */
export type Tx = Transaction<Schema> & { readonly [openedByUs]: true };
