import { commemorativeKinds } from "@mainstay/domain/day/commemorative-day";
import { oneOfAddress, severalOfAddress } from "../../lib/table-state.ts";

export const dayRanges = ["14", "30", "60", "92"] as const;

/** How far ahead and which kinds; held in the address. */
export interface DaysSearch extends Record<string, unknown> {
  range?: (typeof dayRanges)[number] | undefined;
  kind?: (typeof commemorativeKinds)[number][] | undefined;
}

/** Reads the address; what is not known is left out. */
export const readDaysSearch = (search: Record<string, unknown>): DaysSearch => {
  const read: DaysSearch = {};
  const range = oneOfAddress(dayRanges, search["range"]);
  const kind = severalOfAddress(commemorativeKinds, search["kind"]);
  if (range !== undefined) read.range = range;
  if (kind !== undefined) read.kind = kind;
  return read;
};
