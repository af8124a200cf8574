import { accountSorts } from "@mainstay/contract/account";
import { accountColumns } from "@mainstay/contract/account-columns";
import { grades } from "@mainstay/domain/account/grade";
import { riskLevels } from "@mainstay/domain/account/risk-level";
import { healthBands } from "@mainstay/domain/health/health-band";
import { segments } from "@mainstay/domain/account/segment";
import { lifecycleStages } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { oneOfAddress, severalOfAddress } from "../../lib/table-state.ts";

export type AccountColumn = (typeof accountColumns)[number];
export type AccountSort = (typeof accountSorts)[number];

const segmentChoices = [...segments, "none"] as const;
export const stageChoices = [...lifecycleStages, "none"] as const;
export type SegmentChoice = (typeof segmentChoices)[number];

/** What the accounts are filtered, ordered and shown by; held in the address, so that a view can be shared. */
export interface AccountSearch extends Record<string, unknown> {
  q?: string;
  segment?: SegmentChoice[];
  grade?: (typeof grades)[number][];
  level?: (typeof riskLevels)[number][];
  health?: (typeof healthBands)[number][];
  stage?: (typeof stageChoices)[number][];
  /** A user's id, `me` or `none`. */
  manager?: string;
  industry?: string;
  region?: string;
  /** Below this account. */
  parent?: string;
  signal?: "yes";
  proposal?: "yes";
  sort?: AccountSort;
  direction?: "asc" | "desc";
  columns?: AccountColumn[];
  view?: "matrix" | "board";
}

export const defaultColumns: readonly AccountColumn[] = [
  "name",
  "level",
  "valueAtRisk",
  "segment",
  "revenue12m",
  "growth",
  "lastOrderOn",
  "nextExpectedOn",
  "manager",
];

const idForm = /^[0-9a-f-]{36}$/;
const words = (value: unknown) => String(value ?? "").slice(0, 100);

/** Reads the address; what is not known is left out. */
export const readAccountSearch = (search: Record<string, unknown>): AccountSearch => {
  const manager = words(search["manager"]);
  const parent = words(search["parent"]);
  const read = {
    q: words(search["q"]),
    segment: severalOfAddress(segmentChoices, search["segment"]),
    grade: severalOfAddress(grades, search["grade"]),
    level: severalOfAddress(riskLevels, search["level"]),
    health: severalOfAddress(healthBands, search["health"]),
    stage: severalOfAddress(stageChoices, search["stage"]),
    manager: /^(?:me|none)$/.test(manager) || idForm.test(manager) ? manager : "",
    industry: words(search["industry"]),
    region: words(search["region"]),
    parent: idForm.test(parent) ? parent : "",
    signal: oneOfAddress(["yes"], search["signal"]),
    proposal: oneOfAddress(["yes"], search["proposal"]),
    sort: oneOfAddress(accountSorts, search["sort"]),
    direction: oneOfAddress(["asc", "desc"], search["direction"]),
    columns: severalOfAddress(accountColumns, search["columns"]),
    view: oneOfAddress(["matrix", "board"], search["view"]),
  };
  return Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== undefined && value !== ""),
  ) as AccountSearch;
};

/** The filter as the server asks for it. */
export const filterOf = (search: AccountSearch) => ({
  q: search.q,
  segment: search.segment,
  grade: search.grade,
  level: search.level,
  health: search.health,
  stage: search.stage,
  managerUserId: search.manager as "me" | undefined,
  industry: search.industry,
  region: search.region,
  parentId: search.parent,
  hasSignal: search.signal && "true",
  hasProposal: search.proposal && "true",
});

/** The order of the rows; without a choice the most margin at risk first. */
export const orderOf = (search: AccountSearch) => ({
  sort: search.sort ?? ("valueAtRisk" as const),
  direction: search.direction ?? ("desc" as const),
});

/** The columns as chosen; the name always stands first. */
export const columnsOf = (search: AccountSearch): AccountColumn[] => {
  const chosen = search.columns ?? defaultColumns;
  return ["name", ...chosen.filter((column) => column !== "name")];
};

const filters = [
  "q",
  "segment",
  "grade",
  "level",
  "health",
  "stage",
  "manager",
  "industry",
  "region",
  "parent",
  "signal",
  "proposal",
] as const;

export const isFiltered = (search: AccountSearch): boolean =>
  filters.some((name) => search[name] !== undefined);

/** Every filter emptied. */
export const noFilter: Partial<AccountSearch> = Object.fromEntries(
  filters.map((name) => [name, undefined]),
);

/** A value put into a list or taken out of it; an empty list leaves the address. */
export const toggled = <T>(list: readonly T[] | undefined, value: T): T[] | undefined => {
  const next = (list ?? []).includes(value)
    ? (list ?? []).filter((one) => one !== value)
    : [...(list ?? []), value];
  return next.length > 0 ? next : undefined;
};
