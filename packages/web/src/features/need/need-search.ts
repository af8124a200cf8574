import { segments } from "@mainstay/domain/account/segment";
import { needStates, needVisibilities } from "@mainstay/domain/need/need-kind";
import { oneOfAddress } from "../../lib/table-state.ts";

/** What the register shows; held in the address, so that a view can be shared. */
export interface NeedSearch extends Record<string, unknown> {
  state?: (typeof needStates)[number];
  visibility?: (typeof needVisibilities)[number];
  stale?: "true";
  segment?: (typeof segments)[number];
  account?: string;
  sort?: "resting";
  q?: string;
}

/** Reads the address; what is not known is left out. */
export const readNeedSearch = (search: Record<string, unknown>): NeedSearch => {
  const q = String(search["q"] ?? "").slice(0, 100);
  const read = {
    state: oneOfAddress(needStates, search["state"]),
    visibility: oneOfAddress(needVisibilities, search["visibility"]),
    stale: String(search["stale"]) === "true" ? "true" : undefined,
    segment: oneOfAddress(segments, search["segment"]),
    account: /^[0-9a-f-]{36}$/.test(String(search["account"] ?? ""))
      ? String(search["account"])
      : undefined,
    sort: oneOfAddress(["resting"] as const, search["sort"]),
    q: q === "" ? undefined : q,
  };
  return Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== undefined),
  ) as NeedSearch;
};

/** The filter as the server asks for it. */
export const needQueryOf = ({ q, sort, account, ...rest }: NeedSearch) => ({
  ...rest,
  ...(account !== undefined && { accountId: account }),
  ...(q !== undefined && { search: q }),
  sort: sort ?? ("newest" as const),
});
