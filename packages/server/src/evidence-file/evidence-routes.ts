import { needEvidence, promiseEvidence } from "@mainstay/contract/evidence-file";
import { attachmentLimitBytes } from "@mainstay/domain/case-attachment/attachment-type";
import type { Context } from "../platform/access/context.ts";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { serveUpload } from "../platform/http/serve-upload.ts";
import { addEvidence } from "./add-evidence.ts";
import { listEvidence } from "./evidence-queries.ts";
import { type EvidenceKind, getEvidenceSubject } from "./evidence-subject.ts";
import { readEvidence } from "./read-evidence.ts";
import { removeEvidence } from "./remove-evidence.ts";

const list = (context: Context, of: { kind: EvidenceKind; id: string }) =>
  context.read(async (db) => {
    const subject = await getEvidenceSubject(db, context, of);
    const items = await listEvidence(db, context.actor, subject);
    return { items, can: { add: subject.mayChange } };
  });
const promise = ({ promiseId }: { promiseId: string }) =>
  ({ kind: "promise", id: promiseId }) as const;
const need = ({ needId }: { needId: string }) => ({ kind: "need", id: needId }) as const;
const limit = { fileLimit: attachmentLimitBytes };

/** Files that show what became of a promise, or what a need rests on. */
export const evidenceRoutes = (app: App): void => {
  serve(app, promiseEvidence.list, (context, { params }) => list(context, promise(params)));
  serve(app, needEvidence.list, (context, { params }) => list(context, need(params)));
  serveUpload(
    app,
    promiseEvidence.add,
    (context, { params }, file) => addEvidence(context, promise(params), file),
    limit,
  );
  serveUpload(
    app,
    needEvidence.add,
    (context, { params }, file) => addEvidence(context, need(params), file),
    limit,
  );
  serveDownload(app, promiseEvidence.download, (context, { params }, outlet) =>
    readEvidence(context, promise(params), params.evidenceId, outlet),
  );
  serveDownload(app, needEvidence.download, (context, { params }, outlet) =>
    readEvidence(context, need(params), params.needEvidenceId, outlet),
  );
  serve(app, promiseEvidence.remove, (context, { params }) =>
    removeEvidence(context, promise(params), params.evidenceId),
  );
  serve(app, needEvidence.remove, (context, { params }) =>
    removeEvidence(context, need(params), params.needEvidenceId),
  );
};
