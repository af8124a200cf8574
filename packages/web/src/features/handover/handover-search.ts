import { oneOfAddress } from "../../lib/table-state.ts";

export const handoverStates = ["running", "overdue", "ended"] as const;

/** What the screen shows; held in the address, so that a view can be shared. */
export interface HandoverSearch extends Record<string, unknown> {
  state?: (typeof handoverStates)[number];
  whose?: "mine";
}

/** Reads the address; what is not known is left out. */
export const readHandoverSearch = (search: Record<string, unknown>): HandoverSearch => {
  const state = oneOfAddress(handoverStates, search["state"]);
  const whose = oneOfAddress(["mine"] as const, search["whose"]);
  return { ...(state !== undefined && { state }), ...(whose !== undefined && { whose }) };
};
