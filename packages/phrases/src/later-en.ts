import { mapEn } from "./relationship-map/en.ts";

/** Phrases that no first screen needs, in English. */
export const laterEn = {
  map: mapEn,
};
