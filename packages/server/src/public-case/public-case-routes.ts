import { pauseAskings } from "@mainstay/contract/pause-asking";
import { publicCases } from "@mainstay/contract/public-case";
import { filingFileBytesAtMost } from "@mainstay/domain/public-case/filing-limit";
import { readSmallFile } from "../consent/store-evidence.ts";
import { hashSecret } from "../platform/access/credential.ts";
import { withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { createRateLimit } from "../platform/http/rate-limit.ts";
import { declaredOnly, sendAnswer } from "../platform/http/send-answer.ts";
import { joinRoute, serve, servePublic } from "../platform/http/serve.ts";
import { getPublicLink, readLinkToken } from "../public-link/find-public-link.ts";
import { askForPause } from "./ask-for-pause.ts";
import { attachToCase } from "./attach-to-case.ts";
import { fileCase } from "./file-case.ts";
import { filingView } from "./filing-frame.ts";
import { getTracking, lookAtCase, writeToCase } from "./follow-case.ts";

/** Writes a minute by one link, however many addresses they come from; refused before the database is asked. */
const writesPerMinuteOfLink = 12;

/** Routes of the pages for people who do not sign in. The smallest bodies do: whoever has more to say attaches it. */
export const publicCaseRoutes = (app: App): void => {
  const { database } = app;
  const linkLimit = createRateLimit(writesPerMinuteOfLink, app.clock);
  const takeTurn = (token: string) => linkLimit.take(hashSecret(token).toString("base64"));

  servePublic(app, publicCases.fileLook, ({ now }, { body }) => {
    const { tenantId, secret } = readLinkToken(body.token);
    return withTenantReadOnly(database, systemScope(tenantId), async (db) =>
      filingView(db, tenantId, await getPublicLink(db, tenantId, secret, ["case_filing"], now)),
    );
  });
  servePublic(app, publicCases.file, (context, { body }) => {
    takeTurn(body.token);
    return fileCase(database, context, body);
  });
  servePublic(app, publicCases.trackLook, (context, { body }) =>
    lookAtCase(database, context, body.token),
  );
  servePublic(app, publicCases.trackWrite, (context, { body }) => {
    takeTurn(body.token);
    return writeToCase(database, context, body);
  });

  serve(app, pauseAskings.ask, (context, { params, body }) =>
    askForPause(context, params.caseId, body),
  );

  const bodyLimit = filingFileBytesAtMost + 65_536;
  joinRoute(app, publicCases.trackAttach, { bodyLimit }, async (request, reply) => {
    if (!request.isMultipart())
      throw new AppError("request.media_unknown", { expected: "multipart/form-data" });
    const limits = { fileSize: filingFileBytesAtMost, files: 1, fields: 4, fieldSize: 400 };
    const part = await request.file({ limits });
    if (!part) throw new AppError("import.file_missing");
    const field = part.fields["token"];
    const token = field && "value" in field ? String(field.value) : "";
    takeTurn(token);
    const now = app.clock.now();
    const { tenantId, secret } = readLinkToken(token);
    // A link that leads nowhere is refused before its file is read.
    await withTenantReadOnly(database, systemScope(tenantId), (db) =>
      getTracking(db, tenantId, secret, now),
    );
    const { filename: fileName, mimetype: mediaType, file: stream } = part;
    const bytes = await readSmallFile({ fileName, mediaType, stream }, filingFileBytesAtMost);
    const answer = await attachToCase(database, { now, requestId: request.id }, token, {
      fileName,
      bytes,
    });
    const body = declaredOnly(publicCases.trackAttach, answer);
    return sendAnswer(publicCases.trackAttach, request, reply, 201, body);
  });
};
