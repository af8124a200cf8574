import { buyingRoles } from "@mainstay/domain/buying-role/buying-role";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, named, page, pageQuery, several, text, version } from "./endpoint/wire.ts";

/** The one filter behind the list of people and its export. */
export const personFilter = {
  /** Chinese, pinyin, initials, English, title, department, mail, digits of a phone number. */
  q: text(100).optional(),
  accountId: id.optional(),
  department: text(100).optional(),
  /** Default role at an account. */
  role: several(z.enum(buyingRoles)),
  hasJob: z.stringbool().optional(),
  isDoorOpener: z.stringbool().optional(),
  isPlaceholder: z.stringbool().optional(),
  /** No two-way contact on or after this day. */
  noContactSince: day.optional(),
};
export const PersonFilter = z.object(personFilter);
export type PersonFilter = z.infer<typeof PersonFilter>;

/** One row of the list: who, where they work now (or last did), what they decide, when we last spoke. */
export const PersonRow = z.object({
  id,
  name: z.string(),
  isPlaceholder: z.boolean(),
  /** Present jobs; of somebody without one, the last. */
  jobs: z.array(
    z.object({
      positionId: id,
      account: named,
      title: z.string().nullable(),
      department: z.string().nullable(),
      workPhone: z.string().nullable(),
      workEmail: z.string().nullable(),
      endsOn: day.nullable(),
      role: z.enum(buyingRoles).nullable(),
    }),
  ),
  hasJob: z.boolean(),
  isDoorOpener: z.boolean(),
  lastContactOn: day.nullable(),
  version,
});
export type PersonRow = z.infer<typeof PersonRow>;

/** Somebody already on file who may be the one being typed. */
export const LikelyDuplicate = z.object({
  id,
  name: z.string(),
  because: z.array(z.enum(["same_name", "same_sound", "same_phone", "same_email"])).min(1),
  isHere: z.boolean(),
  jobs: z.array(z.object({ account: named, title: z.string().nullable(), endsOn: day.nullable() })),
});
export type LikelyDuplicate = z.infer<typeof LikelyDuplicate>;

export const personLists = {
  search: endpoint({
    id: "people.search",
    method: "GET",
    path: "/people",
    allow: "person.view",
    summary: "People by name, pinyin, initials, title, phone or mail, and by filter",
    query: z.object({ ...personFilter, ...pageQuery }),
    response: page(PersonRow),
  }),
  duplicates: endpoint({
    id: "people.duplicates",
    method: "GET",
    path: "/people/duplicates",
    allow: "person.view",
    summary: "People on file who may be the one that is being typed",
    query: z.object({
      accountId: id,
      name: text(100).optional(),
      workPhone: text(40).optional(),
      workEmail: text(200).optional(),
    }),
    response: z.object({ items: z.array(LikelyDuplicate) }),
  }),
};
