import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, nothing, requiredText } from "./endpoint/wire.ts";

/** A filter, sort and choice of columns under a name; shared ones are seen by all, changed by their owner. */
export const SavedViewView = z.object({
  id,
  place: z.enum(["accounts", "signals", "imports"]),
  name: z.string(),
  query: z.record(z.string(), z.unknown()),
  isShared: z.boolean(),
  isMine: z.boolean(),
  ownerName: z.string(),
});
export type SavedViewView = z.infer<typeof SavedViewView>;

const place = z.enum(["accounts", "signals", "imports"]);
const query = z
  .record(z.string().max(60), z.unknown())
  .refine((value) => JSON.stringify(value).length <= 10_000);
const params = z.object({ viewId: id });

export const savedViews = {
  list: endpoint({
    id: "savedViews.list",
    method: "GET",
    path: "/saved-views",
    allow: "signed_in",
    summary: "My views and shared ones of a place",
    query: z.object({ place: place.optional() }),
    response: z.object({ items: z.array(SavedViewView) }),
  }),
  save: endpoint({
    id: "savedViews.save",
    method: "POST",
    path: "/saved-views",
    allow: "signed_in",
    summary: "Keep a view under a name",
    body: z.object({ place, name: requiredText(60), query, isShared: z.boolean().default(false) }),
    response: SavedViewView,
    status: 201,
    idempotent: true,
  }),
  change: endpoint({
    id: "savedViews.change",
    method: "PATCH",
    path: "/saved-views/:viewId",
    allow: "signed_in",
    summary: "Rename, replace or share a view of mine",
    params,
    body: z.object({
      name: requiredText(60).optional(),
      query: query.optional(),
      isShared: z.boolean().optional(),
    }),
    response: SavedViewView,
  }),
  remove: endpoint({
    id: "savedViews.remove",
    method: "DELETE",
    path: "/saved-views/:viewId",
    allow: "signed_in",
    summary: "Remove a view of mine",
    params,
    response: nothing,
    status: 204,
  }),
};
