import { buyingRoles } from "@mainstay/domain/buying-role/buying-role";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { oneOfAddress, severalOfAddress } from "../../lib/table-state.ts";

export const quietChoices = ["30", "90", "180"] as const;

/** What the people are filtered by; held in the address, so that a view can be shared. */
export interface PeopleSearch extends Record<string, unknown> {
  q?: string;
  account?: string;
  department?: string;
  role?: (typeof buyingRoles)[number][];
  hasJob?: "yes" | "no";
  doorOpener?: "yes";
  placeholder?: "yes" | "no";
  /** Days without two-way contact. */
  quiet?: (typeof quietChoices)[number];
}

const words = (value: unknown) => String(value ?? "").slice(0, 100);

/** Reads the address; what is not known is left out. */
export const readPeopleSearch = (search: Record<string, unknown>): PeopleSearch => {
  const account = words(search["account"]);
  const read = {
    q: words(search["q"]),
    account: /^[0-9a-f-]{36}$/.test(account) ? account : "",
    department: words(search["department"]),
    role: severalOfAddress(buyingRoles, search["role"]),
    hasJob: oneOfAddress(["yes", "no"], search["hasJob"]),
    doorOpener: oneOfAddress(["yes"], search["doorOpener"]),
    placeholder: oneOfAddress(["yes", "no"], search["placeholder"]),
    quiet: oneOfAddress(quietChoices, search["quiet"]),
  };
  return Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== undefined && value !== ""),
  ) as PeopleSearch;
};

const flag = (value: "yes" | "no" | undefined) =>
  value === undefined ? undefined : value === "yes" ? "true" : "false";

/** The filter as the server asks for it. */
export const peopleFilterOf = (search: PeopleSearch, today: string) => ({
  q: search.q,
  accountId: search.account,
  department: search.department,
  role: search.role,
  hasJob: flag(search.hasJob),
  isDoorOpener: flag(search.doorOpener),
  isPlaceholder: flag(search.placeholder),
  noContactSince:
    search.quiet === undefined
      ? undefined
      : isoFromDayNumber((dayNumberFromIso(today) ?? 0) - Number(search.quiet)),
});

const filters = [
  "q",
  "account",
  "department",
  "role",
  "hasJob",
  "doorOpener",
  "placeholder",
  "quiet",
] as const;

export const isFiltered = (search: PeopleSearch): boolean =>
  filters.some((name) => search[name] !== undefined);

/** Every filter emptied. */
export const noFilter: Partial<PeopleSearch> = Object.fromEntries(
  filters.map((name) => [name, undefined]),
);
