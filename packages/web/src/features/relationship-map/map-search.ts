import { buyingRoles } from "@mainstay/domain/buying-role/buying-role";
import { stances } from "@mainstay/domain/stance/stance";
import type { MapNode } from "@mainstay/contract/relationship-map";
import { oneOfAddress } from "../../lib/table-state.ts";

const roleChoices = [...buyingRoles, "none"] as const;
const stanceChoices = [...stances, "unknown"] as const;

/** What of the map is looked at; held in the address, so that a view can be shared. */
export interface MapSearch extends Record<string, unknown> {
  project?: string;
  asOf?: string;
  role?: (typeof roleChoices)[number];
  stance?: (typeof stanceChoices)[number];
  /** One of our people. */
  ours?: string;
  view?: "canvas" | "list";
}

const idForm = /^[0-9a-f-]{36}$/;
const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const fitting = (form: RegExp, value: unknown) =>
  form.test(String(value ?? "")) ? String(value) : undefined;

/** Reads the address; what is not known is left out. */
export const readMapSearch = (search: Record<string, unknown>): MapSearch => {
  const read = {
    project: fitting(idForm, search["project"]),
    asOf: fitting(dayForm, search["asOf"]),
    role: oneOfAddress(roleChoices, search["role"]),
    stance: oneOfAddress(stanceChoices, search["stance"]),
    ours: fitting(idForm, search["ours"]),
    view: oneOfAddress(["canvas", "list"], search["view"]),
  };
  return Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== undefined),
  ) as MapSearch;
};

export { roleChoices, stanceChoices };

/** Whether a person is among those the filter asks for. */
export const matchesSearch = (node: MapNode, { role, stance, ours }: MapSearch): boolean =>
  (role === undefined || (node.role ?? "none") === role) &&
  (stance === undefined || (node.stance?.stance ?? "unknown") === stance) &&
  (ours === undefined || node.ourUserIds.includes(ours));

export const isFilteredMap = ({ role, stance, ours }: MapSearch): boolean =>
  role !== undefined || stance !== undefined || ours !== undefined;
