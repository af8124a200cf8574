import { absences, approvals } from "@mainstay/contract/approval";
import {
  addAbsence,
  changeAbsence,
  listAbsences,
  removeAbsence,
} from "../absence/change-absence.ts";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { getApprovalView } from "./approval-view.ts";
import { askExport, askSensitiveAccess } from "./ask-access.ts";
import { askGift } from "./ask-gift.ts";
import { askSegmentMove } from "./ask-segment-move.ts";
import { decideApproval } from "./decide-approval.ts";
import { listApprovals } from "./list-approvals.ts";
import { remindApproval } from "./remind-approval.ts";
import { withdrawApproval } from "./withdraw-approval.ts";

export const approvalRoutes = (app: App): void => {
  serve(app, approvals.list, (context, { query }) =>
    context.read((db) => listApprovals(db, context, query)),
  );
  serve(app, approvals.get, (context, { params }) =>
    context.read((db) => getApprovalView(db, context, params.approvalId)),
  );
  serve(app, approvals.decide, (context, { params, body }) =>
    decideApproval(context, params.approvalId, body.decision, body.note),
  );
  serve(app, approvals.withdraw, (context, { params }) =>
    withdrawApproval(context, params.approvalId),
  );
  serve(app, approvals.remind, (context, { params }) => remindApproval(context, params.approvalId));
  serve(app, approvals.askSegmentMove, (context, { body }) => askSegmentMove(context, body));
  serve(app, approvals.askGift, (context, { body }) => askGift(context, body));
  serve(app, approvals.askExport, (context, { body }) => askExport(context, body));
  serve(app, approvals.askSensitiveAccess, (context, { body }) =>
    askSensitiveAccess(context, body),
  );
  serve(app, absences.list, (context) => context.read((db) => listAbsences(db, context)));
  serve(app, absences.add, (context, { body }) => addAbsence(context, body));
  serve(app, absences.change, (context, { params, body }) =>
    changeAbsence(context, params.absenceId, body),
  );
  serve(app, absences.remove, (context, { params }) => removeAbsence(context, params.absenceId));
};
