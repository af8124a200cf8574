import { once } from "node:events";
import { PassThrough } from "node:stream";
import type { Endpoint } from "@mainstay/contract/endpoint/endpoint";
import type { z } from "zod";
import type { Context } from "../access/context.ts";
import type { App } from "./app.ts";
import { AppError } from "./app-error.ts";
import { mintContext } from "./mint-context.ts";
import { parseInput } from "./parse-input.ts";
import { joinRoute } from "./serve.ts";

/** Where a verb writes the file it answers with. */
export interface Outlet {
  /** Sends the headers; up to here a refusal still becomes problem+json. */
  begin(file: { fileName: string; mediaType?: string }): void;
  /** Waits while the reader is slower than we are. Throws when the reader has gone. */
  write(chunk: string | Uint8Array): Promise<void>;
}

/**
 * Joins an endpoint whose answer is a file. The act may write from inside `context.read`, so that rows stream from the
 * database to the reader with bounded memory.
 */
export const serveDownload = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  app: App,
  endpoint: Endpoint<P, Q, B, z.ZodType>,
  act: (
    context: Context,
    input: { params: z.output<P>; query: z.output<Q>; body: z.output<B> },
    outlet: Outlet,
  ) => Promise<void>,
): void => {
  joinRoute(app, endpoint, {}, async (request, reply) => {
    const { identity } = request;
    if (!identity) throw new AppError("access.sign_in_needed");
    const input = parseInput(endpoint, request) as Parameters<typeof act>[1];
    const context = mintContext(app, request, reply, identity, null);
    const stream = new PassThrough();
    let hasBegun = false;
    const outlet: Outlet = {
      begin({ fileName, mediaType = endpoint.download ?? "application/octet-stream" }) {
        hasBegun = true;
        reply
          .type(mediaType)
          .header("cache-control", "no-store")
          .header(
            "content-disposition",
            `attachment; filename="download"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
          );
        void reply.send(stream);
      },
      async write(chunk) {
        if (stream.destroyed) throw new Error("The reader has gone.");
        if (!stream.write(chunk)) {
          await Promise.race([once(stream, "drain"), once(stream, "close")]);
        }
      },
    };
    try {
      await act(context, input, outlet);
      stream.end();
    } catch (error) {
      if (!hasBegun) throw error;
      if (!stream.destroyed)
        app.log.error({ err: error, requestId: request.id }, "download broke off");
      stream.destroy(error as Error);
    }
    return reply;
  });
};
