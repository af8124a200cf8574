import { surveyAnswering } from "@mainstay/contract/survey-response";
import type { App } from "../platform/http/app.ts";
import { servePublic } from "../platform/http/serve.ts";
import { completeAnswers } from "./complete-answers.ts";
import { declineAnswering } from "./decline-answering.ts";
import { lookAtSheet } from "./look-at-sheet.ts";
import { savePartialAnswers } from "./save-partial-answers.ts";
import { createAnswerLimit } from "./walk-in-limit.ts";

/** What the person behind a survey link does; no sign-in. */
export const surveyAnsweringRoutes = (app: App): void => {
  const { database } = app;
  const limit = createAnswerLimit(app.clock);
  servePublic(app, surveyAnswering.look, (context, { body }) =>
    lookAtSheet(database, context, body.token),
  );
  servePublic(app, surveyAnswering.save, (context, { body }) => {
    limit.take(body.token, context.ip);
    return savePartialAnswers(database, context, body.token, body.answers);
  });
  servePublic(app, surveyAnswering.complete, (context, { body }) => {
    limit.take(body.token, context.ip);
    return completeAnswers(database, context, body);
  });
  servePublic(app, surveyAnswering.decline, (context, { body }) =>
    declineAnswering(database, context, body.token),
  );
};
