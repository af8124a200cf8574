import { cases } from "@mainstay/contract/case";
import { caseExports } from "@mainstay/contract/case-export";
import { caseClockSettings } from "@mainstay/contract/case-clock-setting";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { giveFeedback, noteOnCase, replyToCase } from "./answer-case.ts";
import { listEventsOfCase } from "./case-timeline.ts";
import { getCaseView } from "./case-view.ts";
import { changeCaseLevel } from "./change-case-level.ts";
import { changeClockSetting, getClockSettingView } from "./change-clock-setting.ts";
import { editCase } from "./edit-case.ts";
import { escalateCase } from "./escalate-case.ts";
import { exportCases } from "./export-cases.ts";
import { listCases } from "./list-cases.ts";
import { markDuplicate } from "./mark-duplicate.ts";
import { pauseCase, resumeCase } from "./pause-case.ts";
import { solveCase } from "./solve-case.ts";
import { takeCase } from "./take-case.ts";
import {
  acceptTransfer,
  assignCase,
  declineTransfer,
  offerTransfer,
  withdrawTransfer,
} from "./transfer-case.ts";

export const caseRoutes = (app: App): void => {
  serve(app, cases.list, (context, { query }) =>
    context.read((db) => listCases(db, context, query)),
  );
  serveDownload(app, caseExports.file, (context, { query }, outlet) =>
    exportCases(context, query, outlet),
  );
  serve(app, cases.get, (context, { params }) =>
    context.read((db) => getCaseView(db, context, params.caseId)),
  );
  serve(app, cases.listEvents, (context, { params, query }) =>
    context.read((db) => listEventsOfCase(db, context.tenantId, params.caseId, query)),
  );
  serve(app, cases.open, (context, { params, body }) => takeCase(context, params.accountId, body));
  serve(app, cases.edit, (context, { params, body }) => editCase(context, params.caseId, body));
  serve(app, cases.changeLevel, (context, { params, body }) =>
    changeCaseLevel(context, params.caseId, body),
  );
  serve(app, cases.reply, (context, { params, body }) => replyToCase(context, params.caseId, body));
  serve(app, cases.giveFeedback, (context, { params, body }) =>
    giveFeedback(context, params.caseId, body),
  );
  serve(app, cases.note, (context, { params, body }) =>
    noteOnCase(context, params.caseId, body.words),
  );
  serve(app, cases.offerTransfer, (context, { params, body }) =>
    offerTransfer(context, params.caseId, body),
  );
  serve(app, cases.acceptTransfer, (context, { params }) => acceptTransfer(context, params.caseId));
  serve(app, cases.declineTransfer, (context, { params, body }) =>
    declineTransfer(context, params.caseId, body.reason),
  );
  serve(app, cases.withdrawTransfer, (context, { params }) =>
    withdrawTransfer(context, params.caseId),
  );
  serve(app, cases.assign, (context, { params, body }) => assignCase(context, params.caseId, body));
  serve(app, cases.pause, (context, { params, body }) => pauseCase(context, params.caseId, body));
  serve(app, cases.resume, (context, { params }) => resumeCase(context, params.caseId));
  serve(app, cases.escalate, (context, { params, body }) =>
    escalateCase(context, params.caseId, body.reason),
  );
  serve(app, cases.markDuplicate, (context, { params, body }) =>
    markDuplicate(context, params.caseId, body.ofCaseId),
  );
  serve(app, cases.solve, (context, { params, body }) => solveCase(context, params.caseId, body));
  serve(app, caseClockSettings.get, (context) =>
    context.read((db) => getClockSettingView(db, context.actor)),
  );
  serve(app, caseClockSettings.change, (context, { body }) => changeClockSetting(context, body));
};
