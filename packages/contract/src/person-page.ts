import { buyingRoles } from "@mainstay/domain/buying-role/buying-role";
import { stances } from "@mainstay/domain/stance/stance";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  day,
  id,
  instant,
  named,
  page,
  pageQuery,
  requiredText,
  version,
} from "./endpoint/wire.ts";
import { InteractionView } from "./interaction.ts";
import { PositionView } from "./person.ts";

/** The person beside every job. */
export const PersonView = z.object({
  id,
  name: z.string(),
  externalId: z.string().nullable(),
  isPlaceholder: z.boolean(),
  placeholderSince: day.nullable(),
  /** Everything but keeping has stopped (a request of the person, PIPL art. 47). */
  isRestricted: z.boolean(),
  noProfiling: z.boolean(),
  /** True where this reader gets a picture from `personPhotos.get`. */
  hasPhoto: z.boolean(),
  version,
  createdAt: instant,
  can: z.object({
    edit: z.boolean(),
    merge: z.boolean(),
    setPhoto: z.boolean(),
  }),
});
export type PersonView = z.infer<typeof PersonView>;

/** What the person page leads with, in one answer; sections of other rooms ask for themselves. */
export const PersonPage = z.object({
  today: day,
  person: PersonView,
  /** Present jobs first, then the past, newest first. */
  jobs: z.array(PositionView),
  roles: z.array(
    z.object({ account: named, project: named.nullable(), role: z.enum(buyingRoles) }),
  ),
  /** Newest judgement at each account; empty for readers without profiles. */
  stances: z.array(z.object({ account: named, stance: z.enum(stances), assessedOn: day })),
  lastContactOn: day.nullable(),
  interactions: z.array(InteractionView),
  interactionCount: z.int(),
  /** They asked not to be sent surveys any more. */
  surveyOptOut: z.object({ optedOutAt: instant, via: z.enum(["link", "by_hand"]) }).nullable(),
  /** Records put together into this one that can still be taken apart. */
  merges: z.array(z.object({ id, goneName: z.string(), mergedAt: instant, undoUntil: instant })),
});
export type PersonPage = z.infer<typeof PersonPage>;

const params = z.object({ personId: id });

export const personPages = {
  get: endpoint({
    id: "personPages.get",
    method: "GET",
    path: "/people/:personId",
    allow: "person.view",
    summary: "A person with jobs past and present, roles and last contacts",
    params,
    response: PersonPage,
  }),
  interactions: endpoint({
    id: "personPages.interactions",
    method: "GET",
    path: "/people/:personId/interactions",
    allow: "interaction.view",
    summary: "Contacts in which the person took part, newest first",
    params,
    query: z.object(pageQuery),
    response: page(InteractionView),
  }),
  edit: endpoint({
    id: "personPages.edit",
    method: "PATCH",
    path: "/people/:personId",
    allow: "person.edit",
    summary: "Correct a person's name, or say who a placeholder is (If-Match)",
    params,
    body: z.object({ name: requiredText(100), isPlaceholder: z.boolean() }).partial(),
    response: PersonView,
    versioned: true,
  }),
};
