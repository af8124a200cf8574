import { signalKinds, signalSeverities, signalStatuses } from "@mainstay/domain/signal/signal-kind";
import { oneOfAddress } from "../../lib/table-state.ts";

/** What Today is filtered by; held in the address. */
export interface TodaySearch extends Record<string, unknown> {
  kind?: (typeof signalKinds)[number];
  severity?: (typeof signalSeverities)[number];
  status?: (typeof signalStatuses)[number];
  /** A user's id, `me` or `none`. */
  owner?: string;
}

const ownerForm = /^(?:me|none|[0-9a-f-]{36})$/;

export const readTodaySearch = (search: Record<string, unknown>): TodaySearch => {
  const kind = oneOfAddress(signalKinds, search["kind"]);
  const severity = oneOfAddress(signalSeverities, search["severity"]);
  const status = oneOfAddress(signalStatuses, search["status"]);
  const owner = String(search["owner"] ?? "");
  return {
    ...(kind && { kind }),
    ...(severity && { severity }),
    ...(status && { status }),
    ...(ownerForm.test(owner) && { owner }),
  };
};
