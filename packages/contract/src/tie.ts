import { tieKinds } from "@mainstay/domain/tie/tie-kind";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, text, version } from "./endpoint/wire.ts";

/** How much a line weighs: 1 slight, 2 clear, 3 strong. */
export const tieWeight = z.int().min(1).max(3);

/** A line between two people of the customer: influence and matrix lines run from one to the other, the rest have no direction. */
export const TieView = z.object({
  id,
  kind: z.enum(tieKinds),
  fromPersonId: id,
  toPersonId: id,
  weight: tieWeight,
  evidence: z.string(),
  notedOn: day,
  notedByName: z.string().nullable(),
  endedOn: day.nullable(),
  version,
});
export type TieView = z.infer<typeof TieView>;

/** Two people who name the same school or hometown, and are not yet joined by such a tie. */
export const TieSuggestion = z.object({
  kind: z.enum(["schoolmate", "fellow_townsman"]),
  fromPersonId: id,
  toPersonId: id,
  /** What both facts say. */
  shared: z.string(),
});
export type TieSuggestion = z.infer<typeof TieSuggestion>;

const params = z.object({ tieId: id });

export const ties = {
  draw: endpoint({
    id: "ties.draw",
    method: "POST",
    path: "/accounts/:accountId/ties",
    allow: "map.edit",
    summary:
      "Draw a line between two people who work at the account: influence, conflict, matrix line, shared background",
    params: z.object({ accountId: id }),
    body: z.object({
      kind: z.enum(tieKinds),
      fromPersonId: id,
      toPersonId: id,
      weight: tieWeight.optional(),
      evidence: text(1000).optional(),
    }),
    response: TieView,
    status: 201,
    idempotent: true,
  }),
  change: endpoint({
    id: "ties.change",
    method: "PATCH",
    path: "/ties/:tieId",
    allow: "map.edit",
    summary:
      "Correct the evidence, or judge the weight anew: a tie of an earlier day then ends today and another, with another id, takes its place (If-Match)",
    params,
    body: z.object({ weight: tieWeight, evidence: text(1000) }).partial(),
    response: TieView,
    versioned: true,
  }),
  end: endpoint({
    id: "ties.end",
    method: "POST",
    path: "/ties/:tieId/end",
    allow: "map.edit",
    summary: "The line is no more; it stays in the maps of earlier days (If-Match)",
    params,
    response: TieView,
    versioned: true,
  }),
  suggest: endpoint({
    id: "ties.suggest",
    method: "GET",
    path: "/accounts/:accountId/suggested-ties",
    allow: "map.edit",
    summary: "Shared-background ties that facts about school and hometown speak for",
    params: z.object({ accountId: id }),
    response: z.object({ items: z.array(TieSuggestion) }),
  }),
};
