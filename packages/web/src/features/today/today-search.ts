import { signalKinds, signalSeverities, signalStatuses } from "@mainstay/domain/signal/signal-kind";
import { todayItemKinds } from "@mainstay/domain/today/today-item";
import { oneOfAddress } from "../../lib/table-state.ts";

/** What Today is narrowed to; held in the address. Kind, severity, status and owner speak of signals alone. */
export interface TodaySearch extends Record<string, unknown> {
  show?: (typeof todayItemKinds)[number];
  /** `me`, `all`, or a colleague's id. */
  whose?: string;
  kind?: (typeof signalKinds)[number];
  severity?: (typeof signalSeverities)[number];
  status?: (typeof signalStatuses)[number];
  /** A user's id, `me` or `none`. */
  owner?: string;
}

const idForm = /^[0-9a-f-]{36}$/;
const isOwner = (text: string) => text === "me" || text === "none" || idForm.test(text);
const isWhose = (text: string) => text === "me" || text === "all" || idForm.test(text);

export const readTodaySearch = (search: Record<string, unknown>): TodaySearch => {
  const kind = oneOfAddress(signalKinds, search["kind"]);
  const severity = oneOfAddress(signalSeverities, search["severity"]);
  const status = oneOfAddress(signalStatuses, search["status"]);
  const owner = String(search["owner"] ?? "");
  const whose = String(search["whose"] ?? "");
  const narrowsSignals = Boolean(kind || severity || status || isOwner(owner));
  const show = narrowsSignals ? "signal" : oneOfAddress(todayItemKinds, search["show"]);
  return {
    ...(show && { show }),
    ...(isWhose(whose) && { whose }),
    ...(kind && { kind }),
    ...(severity && { severity }),
    ...(status && { status }),
    ...(isOwner(owner) && { owner }),
  };
};
