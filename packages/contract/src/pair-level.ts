import { pairLevels as levels } from "@mainstay/domain/pair-level/pair-level";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, named, nothing, requiredText, text, version } from "./endpoint/wire.ts";

export const level = z.literal([...levels]);

/** How well one of us and one of them know each other, now and as wanted. */
export const PairLevelView = z.object({
  id,
  accountId: id,
  user: named,
  personId: id,
  currentLevel: level,
  desiredLevel: level.nullable(),
  /** Steps from now to wanted; 0 where nothing more is wanted. */
  gap: z.int(),
  isExecutivePairing: z.boolean(),
  note: z.string(),
  notedOn: day,
  version,
  can: z.object({ edit: z.boolean() }),
});
export type PairLevelView = z.infer<typeof PairLevelView>;

const draft = {
  currentLevel: level,
  desiredLevel: level.nullable().default(null),
  isExecutivePairing: z.boolean().default(false),
  note: text(500).default(""),
};

/** The six names in order of the steps; null: the usual word. */
const names = z.array(requiredText(20).nullable()).length(levels.length);

export const pairLevels = {
  add: endpoint({
    id: "pairLevels.add",
    method: "POST",
    path: "/accounts/:accountId/pair-levels",
    allow: "chain.assess",
    summary: "Note how well one of us and one of them know each other",
    params: z.object({ accountId: id }),
    body: z.object({ userId: id, personId: id, ...draft }),
    response: PairLevelView,
    status: 201,
  }),
  edit: endpoint({
    id: "pairLevels.edit",
    method: "PATCH",
    path: "/pair-levels/:pairLevelId",
    allow: "chain.assess",
    summary:
      "Change the level of a pair, what is wanted, or whether it is an executive pairing (If-Match)",
    params: z.object({ pairLevelId: id }),
    body: z.object({
      currentLevel: level.optional(),
      desiredLevel: level.nullable().optional(),
      isExecutivePairing: z.boolean().optional(),
      note: text(500).optional(),
    }),
    response: PairLevelView,
    versioned: true,
  }),
  remove: endpoint({
    id: "pairLevels.remove",
    method: "DELETE",
    path: "/pair-levels/:pairLevelId",
    allow: "chain.assess",
    summary: "Delete a pair; a receipt without its content stays",
    params: z.object({ pairLevelId: id }),
    response: nothing,
    status: 204,
  }),
  names: endpoint({
    id: "pairLevels.names",
    method: "GET",
    path: "/pair-level-names",
    allow: "chain.view",
    summary: "What the workspace calls the six steps; null where the usual word stands",
    response: z.object({ names, can: z.object({ edit: z.boolean() }) }),
  }),
  name: endpoint({
    id: "pairLevels.name",
    method: "PUT",
    path: "/pair-level-names",
    allow: "setting.edit",
    summary: "Give the six steps other names; the steps themselves cannot change",
    body: z.object({ names }),
    response: z.object({ names, can: z.object({ edit: z.boolean() }) }),
  }),
};
