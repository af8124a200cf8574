import { buyingRoles } from "@mainstay/domain/buying-role/buying-role";
import { stances } from "@mainstay/domain/stance/stance";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  day,
  id,
  instant,
  named,
  nothing,
  requiredText,
  share,
  text,
  version,
} from "./endpoint/wire.ts";
import { TieView } from "./tie.ts";

/** Why somebody's profile (stance, influence) is or is not shown. */
export const profileStates = ["shown", "not_yours", "objected", "restricted"] as const;

/** One person in their job, as the map draws them. */
export const MapNode = z.object({
  positionId: id,
  positionVersion: version,
  personId: id,
  name: z.string(),
  title: z.string().nullable(),
  department: z.string().nullable(),
  /** The nearest superior who still works here; null at the top, and where nobody knows. */
  superiorPersonId: id.nullable(),
  isPlaceholder: z.boolean(),
  placeholderSince: day.nullable(),
  role: z.enum(buyingRoles).nullable(),
  profile: z.enum(profileStates),
  /** The newest judgement; `isDisputed` where the newest of different assessors are a point or more apart. */
  stance: z
    .object({
      stance: z.enum(stances),
      assessedOn: day,
      freshness: share,
      isStale: z.boolean(),
      isDisputed: z.boolean(),
    })
    .nullable(),
  /** 1 … 5; where nobody judged, 3 is assumed. Null where the profile is not shown. */
  influence: z.object({ influence: z.int().min(1).max(5), isAssumed: z.boolean() }).nullable(),
  /** Decayed two-way contact, 0 … 1 (formulas § 3); null where no measure may use the person. */
  coverage: share.nullable(),
  lastTwoWayOn: day.nullable(),
  /** Those of us who had two-way contact or hold a pair level with this person. */
  ourUserIds: z.array(id),
});
export type MapNode = z.infer<typeof MapNode>;

/** Where somebody put a person; in pixels of the map. */
export const MapPlace = z.object({
  personId: id,
  x: z.number().min(-100_000).max(100_000),
  y: z.number().min(-100_000).max(100_000),
});
export type MapPlace = z.infer<typeof MapPlace>;

export const placeOwners = ["mine", "shared"] as const;

/** The measures of a day: present ones, or the weekly snapshot that counts for it. */
const MapMeasures = z.object({
  on: day,
  members: z.int(),
  supportIndex: z.number().nullable(),
  coverage: z.number().nullable(),
  knownShare: z.number().nullable(),
  threadCount: z.int(),
  busFactor: z.int(),
});

export const RelationshipMap = z.object({
  account: named,
  today: day,
  asOf: day,
  projectId: id.nullable(),
  projects: z.array(named),
  nodes: z.array(MapNode),
  ties: z.array(TieView),
  places: z.object({ mine: z.array(MapPlace), shared: z.array(MapPlace) }),
  measures: MapMeasures.extend({
    supportIndexBefore: z.number().nullable(),
    redFlags: z.array(z.string()),
  }).nullable(),
  /** Newest last; the days the slider can go to. */
  weeks: z.array(MapMeasures),
  ourUsers: z.array(named),
  can: z.object({
    edit: z.boolean(),
    addPerson: z.boolean(),
    seeProfiles: z.boolean(),
    arrangeShared: z.boolean(),
  }),
});
export type RelationshipMap = z.infer<typeof RelationshipMap>;

/** A superior after a change, or a placeholder with its job. */
export const PositionOnMap = z.object({
  positionId: id,
  version,
  personId: id,
  superiorPositionId: id.nullable(),
});

export const mapExportFormats = ["svg", "png", "print"] as const;

const ofAccount = z.object({ accountId: id });

export const relationshipMaps = {
  get: endpoint({
    id: "relationshipMaps.get",
    method: "GET",
    path: "/accounts/:accountId/map",
    allow: "map.view",
    summary:
      "Who reports to whom, who stands where, who is tied to whom; of an earlier day when `asOf` names one, rebuilt from dated history",
    params: ofAccount,
    query: z.object({ projectId: id.optional(), asOf: day.optional() }),
    response: RelationshipMap,
  }),
  setSuperior: endpoint({
    id: "relationshipMaps.setSuperior",
    method: "PUT",
    path: "/positions/:positionId/superior",
    allow: "map.edit",
    summary: "Say whom somebody reports to; null for nobody (If-Match: the position's version)",
    params: z.object({ positionId: id }),
    body: z.object({ superiorPositionId: id.nullable() }),
    response: PositionOnMap,
    versioned: true,
  }),
  addPlaceholder: endpoint({
    id: "relationshipMaps.addPlaceholder",
    method: "POST",
    path: "/accounts/:accountId/placeholders",
    allow: "map.edit",
    summary: "Somebody must hold this job, nobody knows who: keep the place for them",
    params: ofAccount,
    body: z.object({
      title: requiredText(100),
      department: text(100).nullish(),
      superiorPositionId: id.nullish(),
    }),
    response: PositionOnMap,
    status: 201,
    idempotent: true,
  }),
  namePlaceholder: endpoint({
    id: "relationshipMaps.namePlaceholder",
    method: "POST",
    path: "/people/:personId/name-placeholder",
    allow: "map.edit",
    summary: "The unknown person has a name now; place, ties and roles stay",
    params: z.object({ personId: id }),
    body: z.object({ name: requiredText(100) }),
    response: z.object({ personId: id, name: z.string() }),
  }),
  movePlaces: endpoint({
    id: "relationshipMaps.movePlaces",
    method: "PUT",
    path: "/accounts/:accountId/map/places",
    allow: "map.arrange",
    summary: "Keep where people were put: in my own layout, or in the one shared by all",
    params: ofAccount,
    body: z.object({ owner: z.enum(placeOwners), places: z.array(MapPlace).min(1).max(500) }),
    response: z.object({ places: z.array(MapPlace) }),
  }),
  resetLayout: endpoint({
    id: "relationshipMaps.resetLayout",
    method: "DELETE",
    path: "/accounts/:accountId/map/places/:owner",
    allow: "map.arrange",
    summary: "Back to the automatic layout",
    params: ofAccount.extend({ owner: z.enum(placeOwners) }),
    response: nothing,
    status: 204,
  }),
  noteExport: endpoint({
    id: "relationshipMaps.noteExport",
    method: "POST",
    path: "/accounts/:accountId/map/exports",
    allow: "map.view",
    summary: "Records that the map leaves as a picture or on paper; answers what must stand on it",
    params: ofAccount,
    body: z.object({
      format: z.enum(mapExportFormats),
      projectId: id.optional(),
      asOf: day.optional(),
      people: z.int().min(0).max(10_000),
    }),
    response: z.object({ workspace: z.string(), by: z.string(), on: day, at: instant }),
  }),
};
