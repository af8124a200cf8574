import type { ApprovalKind } from "@mainstay/domain/approval/approval-kind";
import { segmentMoveEffect } from "./ask-segment-move.ts";
import { rescueOfferEffect } from "../rescue/offer-effect.ts";
import { programmeEntryEffect } from "../programme/nominate-account.ts";
import { programmeExitEffect } from "../programme/work-on-membership.ts";
import type { ApprovalEffect } from "./approval-effect.ts";

/** One line a kind; a kind without a line has no consequence but the permission itself. */
export const approvalEffects: { readonly [Kind in ApprovalKind]?: ApprovalEffect } = {
  segment_move: segmentMoveEffect,
  programme_entry: programmeEntryEffect,
  programme_exit: programmeExitEffect,
  rescue_offer: rescueOfferEffect,
  discount: rescueOfferEffect,
};
