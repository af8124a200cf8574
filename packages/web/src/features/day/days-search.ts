import { commemorativeKinds } from "@mainstay/domain/day/commemorative-day";
import { oneOfAddress, severalOfAddress } from "../../lib/table-state.ts";

export const dayRanges = ["14", "30", "60", "92"] as const;

/** How far ahead and which kinds; held in the address. */
export interface DaysSearch extends Record<string, unknown> {
  range?: (typeof dayRanges)[number] | undefined;
  kind?: (typeof commemorativeKinds)[number][] | undefined;
  /** First day; today unless said. */
  from?: string | undefined;
}

/** Reads the address; what is not known is left out. */
export const readDaysSearch = (search: Record<string, unknown>): DaysSearch => {
  const read: DaysSearch = {};
  const range = oneOfAddress(dayRanges, search["range"]);
  const kind = severalOfAddress(commemorativeKinds, search["kind"]);
  if (range !== undefined) read.range = range;
  if (kind !== undefined) read.kind = kind;
  const from = String(search["from"] ?? "");
  if (/^\d{4}-\d{2}-\d{2}$/.test(from)) read.from = from;
  return read;
};
