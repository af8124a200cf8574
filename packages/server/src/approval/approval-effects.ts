import type { ApprovalKind } from "@mainstay/domain/approval/approval-kind";
import { segmentMoveEffect } from "./ask-segment-move.ts";
import { rescueOfferEffect } from "../rescue/offer-effect.ts";
import type { ApprovalEffect } from "./approval-effect.ts";

/** One line a kind; a kind without a line has no consequence but the permission itself. */
export const approvalEffects: { readonly [Kind in ApprovalKind]?: ApprovalEffect } = {
  segment_move: segmentMoveEffect,
  rescue_offer: rescueOfferEffect,
  discount: rescueOfferEffect,
};
