import { createHash } from "node:crypto";
import type { Endpoint } from "@mainstay/contract/endpoint/endpoint";
import { sql } from "kysely";
import type { Context } from "../access/context.ts";
import type { Tx } from "../db/database-handles.ts";
import { AppError } from "./app-error.ts";
import { refuseFields } from "./field-problems.ts";
import type { Input } from "./parse-input.ts";

/** What was answered to a key: status and the body's text. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The Idempotency-Key of a request: 1–200 visible characters, or null when none was sent. */
export const readIdempotencyKey = (header: string | string[] | undefined): string | null => {
  if (header === undefined) return null;
  if (typeof header === "string" && /^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw refuseFields([
    { in: "headers", path: "idempotency-key", problem: "wrong_form", params: {} },
  ]);
};

/** Two requests are the same when they ask the same endpoint for the same. */
export const requestHash = (endpoint: Endpoint, input: Input): Buffer =>
  createHash("sha256")
    .update(JSON.stringify([endpoint.id, input]))
    .digest();

/**
 * Takes the key for this transaction. A second request with the key waits here until the first has committed, then
 * gets its kept answer; null means that this request is the first.
 */
export const claimKey = async (
  tx: Tx,
  context: Context,
  key: string,
  hash: Buffer,
): Promise<KeptAnswer | null> => {
  const owner = { tenant_id: context.tenantId, user_id: context.actor.userId, key };
  await sql`set local lock_timeout = '10s'`.execute(tx);
  const claimed = await tx
    .insertInto("idempotency_key")
    .values({ ...owner, request_hash: hash })
    .onConflict((conflict) => conflict.doNothing())
    .returning("key")
    .execute()
    .catch((error: { code?: string }) => {
      if (error.code === "55P03") throw new AppError("request.idempotency_running");
      throw error;
    });
  if (claimed.length > 0) return null;
  const kept = await tx
    .selectFrom("idempotency_key")
    .select(["request_hash", "status", "response"])
    .where("tenant_id", "=", owner.tenant_id)
    .where("user_id", "=", owner.user_id)
    .where("key", "=", key)
    .executeTakeFirst();
  if (!kept || kept.status === null) throw new AppError("request.idempotency_running");
  if (!kept.request_hash.equals(hash)) throw new AppError("request.idempotency_conflict");
  return { status: kept.status, body: kept.response };
};

/** Keeps the answer beside the effect, in the same transaction. */
export const keepAnswer = async (
  tx: Tx,
  context: Context,
  key: string,
  answer: KeptAnswer,
): Promise<void> => {
  await tx
    .updateTable("idempotency_key")
    .set({
      status: answer.status,
      response: answer.body === undefined ? null : JSON.stringify(answer.body),
    })
    .where("tenant_id", "=", context.tenantId)
    .where("user_id", "=", context.actor.userId)
    .where("key", "=", key)
    .execute();
};
