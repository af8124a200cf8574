import { type ApprovalsView, approvalViews } from "@mainstay/contract/approval";
import { type ApprovalKind, approvalKinds } from "@mainstay/domain/approval/approval-kind";
import { oneOfAddress } from "../../lib/table-state.ts";

export interface ApprovalSearch extends Record<string, unknown> {
  view?: ApprovalsView;
  kind?: ApprovalKind;
}

/** What the address of the approvals says, unknown values left out. */
export const readApprovalSearch = (given: Record<string, unknown>): ApprovalSearch => {
  const view = oneOfAddress(approvalViews, given["view"]);
  const kind = oneOfAddress(approvalKinds, given["kind"]);
  return { ...(view && { view }), ...(kind && { kind }) };
};
