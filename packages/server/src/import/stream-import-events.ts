import type { FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findBatch } from "./import-batch-queries.ts";
import { presentBatch } from "./import-batch-view.ts";

const lookEveryMs = 400;
const signOfLifeMs = 15_000;
const longestMs = 30 * 60_000;
const working = new Set(["checking", "committing", "undoing"]);

/**
 * Sends the batch whenever it changed, as server-sent events, until its job has ended or the reader has gone. The
 * sample rows are left out; who misses an event asks for the batch.
 */
export const streamImportEvents = async (
  context: Context,
  importId: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> => {
  const look = async () => {
    const batch = await context.read((db) => findBatch(db, context.tenantId, importId));
    return batch
      ? presentBatch(context.actor, context.workspace.baseCurrency, {
          ...batch,
          sample: [],
          header: [],
        })
      : null;
  };
  let batch = await look();
  if (!batch) throw new AppError("import.not_found");
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  let isGone = false;
  request.raw.on("close", () => (isGone = true));
  let sent = "";
  let sentAt = Date.now();
  const until = Date.now() + longestMs;
  try {
    while (batch && !isGone && Date.now() < until) {
      const text = JSON.stringify(batch);
      if (text !== sent) {
        raw.write(`event: batch\ndata: ${text}\n\n`);
        sent = text;
        sentAt = Date.now();
      } else if (Date.now() - sentAt > signOfLifeMs) {
        raw.write(": still here\n\n");
        sentAt = Date.now();
      }
      if (!working.has(batch.status)) break;
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      batch = await look();
    }
  } finally {
    raw.end();
  }
};
