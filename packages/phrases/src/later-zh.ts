import { mapZh } from "./relationship-map/zh.ts";

/** Phrases that no first screen needs: fetched with the screens that speak them (`withLaterWords`). */
export const laterZh = {
  map: mapZh,
};
