import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { promiseCounts } from "@mainstay/domain/promise/promise-count";
import { promiseStatuses } from "@mainstay/domain/promise/promise-status";
import { oneOfAddress } from "../../lib/table-state.ts";

export const promiseTabs = ["ledger", "board"] as const;
export const promisePeriods = ["quarter", "half", "year"] as const;
const shownStatuses = [...promiseStatuses, "all"] as const;

/** What the promises show; held in the address, so that a view can be shared. */
export interface PromiseSearch extends Record<string, unknown> {
  tab?: (typeof promiseTabs)[number];
  account?: string;
  department?: string;
  /** A colleague, or `mine`. */
  giver?: string;
  status?: (typeof shownStatuses)[number];
  late?: "true";
  counted?: (typeof promiseCounts)[number];
  from?: string;
  to?: string;
  period?: (typeof promisePeriods)[number];
  /** The promise whose history lies open. */
  promise?: string;
}

const idLike = (value: unknown): string | undefined =>
  /^[0-9a-f-]{36}$/i.test(String(value ?? "")) ? String(value) : undefined;
const dayLike = (value: unknown): string | undefined =>
  dayNumberFromIso(String(value ?? "")) === null ? undefined : String(value);

/** Reads the address; what is not known is left out. */
export const readPromiseSearch = (search: Record<string, unknown>): PromiseSearch => {
  const read = {
    tab: oneOfAddress(promiseTabs, search["tab"]),
    account: idLike(search["account"]),
    department: idLike(search["department"]),
    giver: search["giver"] === "mine" ? "mine" : idLike(search["giver"]),
    status: oneOfAddress(shownStatuses, search["status"]),
    late: String(search["late"]) === "true" ? "true" : undefined,
    counted: oneOfAddress(promiseCounts, search["counted"]),
    from: dayLike(search["from"]),
    to: dayLike(search["to"]),
    period: oneOfAddress(promisePeriods, search["period"]),
    promise: idLike(search["promise"]),
  };
  return Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== undefined),
  ) as PromiseSearch;
};

/** Everything that narrows the ledger, taken away. */
export const noPromiseFilter: PromiseSearch = Object.fromEntries(
  ["account", "department", "giver", "status", "late", "counted", "from", "to"].map((name) => [
    name,
    undefined,
  ]),
);

export const isFiltered = (search: PromiseSearch): boolean =>
  Object.keys(noPromiseFilter).some((name) => search[name] !== undefined);

/** The ledger's filter as the server asks for it; open ones unless told. */
export const promiseQueryOf = (search: PromiseSearch, ownUserId: string) => ({
  ...(search.account !== undefined && { accountId: search.account }),
  ...(search.department !== undefined && { departmentId: search.department }),
  ...(search.giver !== undefined && {
    giverUserId: search.giver === "mine" ? ownUserId : search.giver,
  }),
  status: search.status ?? ("open" as const),
  ...(search.late !== undefined && { late: search.late }),
  ...(search.counted !== undefined && { counted: search.counted }),
  ...(search.from !== undefined && { dueFrom: search.from }),
  ...(search.to !== undefined && { dueTo: search.to }),
});

const periodDays = { quarter: 91, half: 182, year: 365 } as const;

/** The days of a period that ends today. */
export const periodOf = (period: PromiseSearch["period"], today: string) => ({
  from: isoFromDayNumber((dayNumberFromIso(today) ?? 0) - periodDays[period ?? "quarter"] + 1),
  to: today,
});
