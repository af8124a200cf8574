import { imports } from "@mainstay/contract/import";
import { recordBatches } from "@mainstay/contract/record-batch";
import { recordExports } from "@mainstay/contract/record-export";
import { importKinds } from "@mainstay/domain/import/import-kind";
import { AppError } from "../platform/http/app-error.ts";
import type { App } from "../platform/http/app.ts";
import { mintContext } from "../platform/http/mint-context.ts";
import { parseInput } from "../platform/http/parse-input.ts";
import { joinRoute, serve } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { serveUpload } from "../platform/http/serve-upload.ts";
import { discardImport } from "./discard-import.ts";
import { exportRecords } from "./export-records.ts";
import { getImport, listImports, listImportRejections } from "./import-screens.ts";
import { mapImport } from "./map-import.ts";
import { readImportAgain } from "./read-import-again.ts";
import { requestCheck, requestCommit, requestUndo } from "./request-import-work.ts";
import { streamImportEvents } from "./stream-import-events.ts";
import { takeRecordBatch } from "./take-record-batch.ts";
import { uploadImport } from "./upload-import.ts";
import { writeRejections } from "./write-rejections.ts";

const recordBodyBytes = 16 * 1024 * 1024;

/** Joins imports, record batches and exports to their verbs. */
export const importRoutes = (app: App): void => {
  const { dataDir, importFileLimitBytes } = app.config;
  const { keyRing } = app;
  const store = { dataDir, keyRing };
  serveUpload(
    app,
    imports.upload,
    (context, { query }, file) => uploadImport(context, store, query.kind, file),
    { fileLimit: importFileLimitBytes },
  );
  serve(app, imports.list, (context, { query }) => listImports(context, query));
  serve(app, imports.get, (context, { params }) => getImport(context, params.importId));
  serve(app, imports.rejections, (context, { params, query }) =>
    listImportRejections(context, params.importId, query),
  );
  serveDownload(app, imports.rejectionsFile, (context, { params }, outlet) =>
    writeRejections(context, params.importId, outlet),
  );
  serve(app, imports.read, (context, { params, body }) =>
    readImportAgain(context, store, params.importId, body),
  );
  serve(app, imports.map, (context, { params, body }) => mapImport(context, params.importId, body));
  serve(app, imports.check, (context, { params }) => requestCheck(context, params.importId));
  serve(app, imports.commit, (context, { params }) => requestCommit(context, params.importId));
  serve(app, imports.undo, (context, { params }) => requestUndo(context, params.importId));
  serve(app, imports.discard, async (context, { params }) => {
    await discardImport(context, dataDir, params.importId);
    return undefined;
  });
  joinRoute(app, imports.events, {}, async (request, reply) => {
    if (!request.identity) throw new AppError("access.sign_in_needed");
    const { importId } = parseInput(imports.events, request).params as { importId: string };
    const context = mintContext(app, request, reply, request.identity, null);
    await streamImportEvents(context, importId, request, reply);
    return reply;
  });
  for (const kind of importKinds) {
    serve(
      app,
      recordBatches[kind],
      (context, { body }) => takeRecordBatch(context, keyRing, kind, body),
      { bodyLimit: recordBodyBytes },
    );
  }
  serveDownload(app, recordExports.csv, (context, { params, query }, outlet) =>
    exportRecords(context, params.kind, query, outlet),
  );
};
