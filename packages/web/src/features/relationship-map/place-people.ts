import type { MapPlace, RelationshipMap } from "@mainstay/contract/relationship-map";
import type { MapLayout, Point } from "./lay-out-map.ts";

/** Whose arrangement is looked at. */
export const layoutChoices = ["mine", "shared", "automatic"] as const;
export type LayoutChoice = (typeof layoutChoices)[number];

/** Which ties are drawn beside the reporting lines. */
export const lineChoices = ["all", "focused", "none"] as const;
export type LineChoice = (typeof lineChoices)[number];

/** Mine where I have arranged anything, else the shared one where there is one, else the automatic one. */
export const usualLayout = ({ mine, shared }: RelationshipMap["places"]): LayoutChoice =>
  mine.length > 0 ? "mine" : shared.length > 0 ? "shared" : "automatic";

/** The automatic layout with those people moved whom somebody put elsewhere; who was moved hangs no longer. */
export const placePeople = (automatic: MapLayout, moved: readonly MapPlace[]): MapLayout => {
  if (moved.length === 0) return automatic;
  const places = new Map<string, Point>(automatic.places);
  const hanging = new Set(automatic.hanging);
  for (const { personId, x, y } of moved) {
    if (!places.has(personId)) continue;
    places.set(personId, { x, y });
    hanging.delete(personId);
  }
  return { places, hanging };
};
