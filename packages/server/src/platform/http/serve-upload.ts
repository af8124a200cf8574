import type { Readable } from "node:stream";
import type { Endpoint } from "@mainstay/contract/endpoint/endpoint";
import type { z } from "zod";
import type { Context } from "../access/context.ts";
import type { App } from "./app.ts";
import { AppError } from "./app-error.ts";
import { mintContext } from "./mint-context.ts";
import { parseInput } from "./parse-input.ts";
import { declaredOnly, sendAnswer } from "./send-answer.ts";
import { joinRoute } from "./serve.ts";

/** The file of a multipart request, still arriving: read `stream` to its end. */
export interface UploadedFile {
  readonly fileName: string;
  readonly mediaType: string;
  /** Fails with `import.file_too_large` when more than the limit arrives. */
  readonly stream: Readable;
}

/** Joins an endpoint that takes one file as multipart/form-data (any field name); the file is never held in memory. */
export const serveUpload = <P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType>(
  app: App,
  endpoint: Endpoint<P, Q, z.ZodType, R>,
  act: (
    context: Context,
    input: { params: z.output<P>; query: z.output<Q> },
    file: UploadedFile,
  ) => Promise<z.input<R>>,
  options: { fileLimit: number },
): void => {
  joinRoute(app, endpoint, { bodyLimit: options.fileLimit + 65_536 }, async (request, reply) => {
    const { identity } = request;
    if (!identity) throw new AppError("access.sign_in_needed");
    if (!request.isMultipart()) {
      throw new AppError("request.media_unknown", { expected: "multipart/form-data" });
    }
    const input = parseInput(endpoint, request) as Parameters<typeof act>[1];
    const part = await request.file({ limits: { fileSize: options.fileLimit, files: 1 } });
    if (!part) throw new AppError("import.file_missing");
    const limit = `${Math.floor(options.fileLimit / 1024 / 1024)} MB`;
    part.file.on("limit", () =>
      part.file.destroy(new AppError("import.file_too_large", { limit })),
    );
    const context = mintContext(app, request, reply, identity, null);
    const { filename: fileName, mimetype: mediaType, file: stream } = part;
    const answer = await act(context, input, { fileName, mediaType, stream });
    const body = declaredOnly(endpoint, answer);
    return sendAnswer(endpoint, request, reply, endpoint.status ?? 200, body);
  });
};
