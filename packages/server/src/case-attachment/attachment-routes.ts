import { caseAttachments } from "@mainstay/contract/case-attachment";
import { attachmentLimitBytes } from "@mainstay/domain/case-attachment/attachment-type";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { serveUpload } from "../platform/http/serve-upload.ts";
import { addAttachment } from "./add-attachment.ts";
import { listAttachments } from "./attachment-queries.ts";
import { getCaseAtDesk, isAbout, mayHangOn } from "./case-at-desk.ts";
import { readAttachment } from "./read-attachment.ts";
import { removeAttachment } from "./remove-attachment.ts";

export const attachmentRoutes = (app: App): void => {
  serve(app, caseAttachments.list, (context, { params }) =>
    context.read(async (db) => {
      const onCase = await getCaseAtDesk(db, context.tenantId, params.caseId);
      const items = isAbout(context.actor, onCase)
        ? []
        : await listAttachments(db, context.actor, onCase);
      return { items, can: { add: mayHangOn(context.actor, onCase) } };
    }),
  );
  serveUpload(
    app,
    caseAttachments.add,
    (context, { params, query }, file) =>
      addAttachment(context, params.caseId, file, query.showCustomer === "yes"),
    { fileLimit: attachmentLimitBytes },
  );
  serveDownload(app, caseAttachments.download, (context, { params }, outlet) =>
    readAttachment(context, params, outlet),
  );
  serve(app, caseAttachments.remove, (context, { params }) => removeAttachment(context, params));
};
