import { segments } from "@mainstay/domain/account/segment";
import { type IsoDay } from "@mainstay/domain/calendar/day-number";
import { monthsAfter } from "@mainstay/domain/calendar/months-after";
import { obligationKinds, obligationStatuses } from "@mainstay/domain/obligation/obligation-kind";
import { oneOfAddress } from "../../lib/table-state.ts";

export const obligationTabs = ["waiting", "compliance"] as const;
export const shownStatuses = ["overdue", ...obligationStatuses, "counted", "any"] as const;
export const complianceGroups = ["manager", "department", "segment"] as const;
export const complianceWindows = ["last_quarter", "last_half", "last_year", "this_year"] as const;
const outcomes = ["on_time", "late", "missed", "overdue"] as const;

/** What the screen shows; held in the address, so that a view can be shared. */
export interface ObligationSearch extends Record<string, unknown> {
  tab?: (typeof obligationTabs)[number];
  status?: (typeof shownStatuses)[number];
  kind?: (typeof obligationKinds)[number];
  /** An id, `me` or `none`. */
  owner?: string;
  segment?: (typeof segments)[number] | "none";
  by?: (typeof complianceGroups)[number];
  window?: (typeof complianceWindows)[number];
  /** The group whose rows are open below the rates; `none` stands for no key. */
  group?: string;
  outcome?: (typeof outcomes)[number];
}

const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text);
const idOr = <Word extends string>(value: unknown, ...words: Word[]): string | undefined => {
  const text = String(value ?? "");
  return isId(text) || words.includes(text as Word) ? text : undefined;
};

/** Reads the address; what is not known is left out. */
export const readObligationSearch = (search: Record<string, unknown>): ObligationSearch => {
  const read = {
    tab: oneOfAddress(obligationTabs, search["tab"]),
    status: oneOfAddress(shownStatuses, search["status"]),
    kind: oneOfAddress(obligationKinds, search["kind"]),
    owner: idOr(search["owner"], "me", "none"),
    segment: oneOfAddress([...segments, "none"], search["segment"]),
    by: oneOfAddress(complianceGroups, search["by"]),
    window: oneOfAddress(complianceWindows, search["window"]),
    group: idOr(search["group"], "none", ...segments),
    outcome: oneOfAddress(outcomes, search["outcome"]),
  };
  return Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== undefined),
  ) as ObligationSearch;
};

/** The filter of the waiting list as the server asks for it. */
export const obligationFilterOf = ({ status, kind, owner, segment }: ObligationSearch) => ({
  status: status ?? "open",
  ...(kind !== undefined && { kind }),
  ...(owner !== undefined && { ownerUserId: owner }),
  ...(segment !== undefined && { segment }),
});

/** The days of a window that ends today. */
export const windowDays = (
  window: ObligationSearch["window"],
  today: IsoDay,
): { from: IsoDay; to: IsoDay } => ({
  from:
    window === "this_year"
      ? `${today.slice(0, 4)}-01-01`
      : monthsAfter(today, window === "last_year" ? -12 : window === "last_half" ? -6 : -3),
  to: today,
});

/** The rows behind one rate: what was counted, of this group. */
export const groupFilterOf = (search: ObligationSearch, today: IsoDay): Record<string, string> => {
  const { by = "manager", group = "none", window, kind, outcome } = search;
  const { from, to } = windowDays(window, today);
  const key = { manager: "ownerUserId", department: "departmentId", segment: "segment" }[by];
  return {
    status: "counted",
    dueFrom: from,
    dueTo: to,
    [key]: group,
    ...(kind !== undefined && { kind }),
    ...(outcome !== undefined && { outcome }),
  };
};
