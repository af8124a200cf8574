import { caseOrders } from "@mainstay/contract/case-filter";
import { segments } from "@mainstay/domain/account/segment";
import { caseCauses, caseChannels, caseKinds, caseLevels } from "@mainstay/domain/case/case-kind";
import { caseLacks, caseOutcomes } from "@mainstay/domain/case/case-outcome";
import { oneOfAddress, severalOfAddress } from "../../lib/table-state.ts";

/** Filters that are asked for so often that they have a name; the first is what the place opens with. */
export const caseViews = [
  "running",
  "mine",
  "offered",
  "overdue",
  "solved",
  "unassigned",
  "escalated",
  "green",
  "closed",
  "all",
] as const;
export type CaseViewName = (typeof caseViews)[number];

/** What the list is narrowed to; held in the address, so that a view can be shared. */
export interface CaseSearch extends Record<string, unknown> {
  view?: CaseViewName;
  q?: string;
  account?: string;
  department?: string;
  kind?: (typeof caseKinds)[number][];
  level?: (typeof caseLevels)[number][];
  channel?: (typeof caseChannels)[number][];
  /** These come with a link from the analyses. */
  cause?: (typeof caseCauses)[number][];
  segment?: (typeof segments)[number][];
  product?: string;
  without?: (typeof caseLacks)[number][];
  outcome?: (typeof caseOutcomes)[number];
  from?: string;
  to?: string;
  order?: (typeof caseOrders)[number];
}

const idForm = /^[0-9a-f-]{36}$/;
const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const dayOf = (value: unknown) => (dayForm.test(String(value ?? "")) ? String(value) : undefined);
const idOf = (value: unknown) => (idForm.test(String(value ?? "")) ? String(value) : undefined);

/** Reads the address; what is not known is left out. */
export const readCaseSearch = (search: Record<string, unknown>): CaseSearch => {
  const q = String(search["q"] ?? "").slice(0, 100);
  const read = {
    view: oneOfAddress(caseViews, search["view"]),
    q: q === "" ? undefined : q,
    account: idOf(search["account"]),
    department: idOf(search["department"]),
    kind: severalOfAddress(caseKinds, search["kind"]),
    level: severalOfAddress(caseLevels, search["level"]),
    channel: severalOfAddress(caseChannels, search["channel"]),
    cause: severalOfAddress(caseCauses, search["cause"]),
    segment: severalOfAddress(segments, search["segment"]),
    product: idOf(search["product"]),
    without: severalOfAddress(caseLacks, search["without"]),
    outcome: oneOfAddress(caseOutcomes, search["outcome"]),
    from: dayOf(search["from"]),
    to: dayOf(search["to"]),
    order: oneOfAddress(caseOrders, search["order"]),
  };
  return Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== undefined),
  ) as CaseSearch;
};

const running = ["open", "paused"] as const;

/** What each named filter means to the server. */
const meaning = {
  running: { status: running },
  mine: { whose: "mine", status: [...running, "solved"] },
  offered: { offeredToMe: "true" },
  overdue: { overdue: "true" },
  solved: { status: ["solved"] },
  unassigned: { status: running, unassigned: "true" },
  escalated: { escalated: "true" },
  green: { status: running, greenChannel: "true" },
  closed: { status: ["closed"] },
  all: {},
} as const satisfies Record<CaseViewName, object>;

/** What stands first unless somebody chose: the most urgent, and of what is over the newest. */
export const caseOrderOf = ({
  q,
  order,
  view = q === undefined ? "running" : "all",
}: CaseSearch): (typeof caseOrders)[number] =>
  order ?? (view === "closed" || view === "all" ? "newest" : "urgency");

/** The filter as the server asks for it. A case that is searched for is found whatever its state. */
export const caseFilterOf = (search: CaseSearch) => {
  const { view = search.q === undefined ? "running" : "all", q, from, to } = search;
  return {
    ...meaning[view],
    // Of a period every case is counted but those that are the same as another.
    ...(view === "all" && from !== undefined && { status: [...running, "solved", "closed"] }),
    search: q,
    accountId: search.account,
    departmentId: search.department,
    kind: search.kind,
    level: search.level,
    channel: search.channel,
    cause: search.cause,
    segment: search.segment,
    productId: search.product,
    without: search.without,
    outcome: search.outcome,
    openedFrom: from,
    openedTo: to,
    order: caseOrderOf(search),
  };
};

const filters = [
  "q",
  "account",
  "department",
  "kind",
  "level",
  "channel",
  "cause",
  "segment",
  "product",
  "without",
  "outcome",
  "from",
  "to",
] as const;

export const isFiltered = (search: CaseSearch): boolean =>
  filters.some((name) => search[name] !== undefined);

/** Every filter emptied; the view stays. */
export const noFilter: Partial<CaseSearch> = Object.fromEntries(
  filters.map((name) => [name, undefined]),
);
