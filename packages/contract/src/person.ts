import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, requiredText, text, version } from "./endpoint/wire.ts";

/** A person in their job at an account. Business facts only. */
export const PositionView = z.object({
  id,
  personId: id,
  name: z.string(),
  title: z.string().nullable(),
  department: z.string().nullable(),
  workPhone: z.string().nullable(),
  workEmail: z.string().nullable(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  personVersion: version,
  can: z.object({ edit: z.boolean() }),
});
export type PositionView = z.infer<typeof PositionView>;

const PositionDraft = z.object({
  title: text(100).nullish(),
  department: text(100).nullish(),
  workPhone: text(40).nullish(),
  workEmail: z.email().max(200).nullish(),
  startsOn: day.nullish(),
});

export const people = {
  list: endpoint({
    id: "people.list",
    method: "GET",
    path: "/accounts/:accountId/people",
    allow: "person.view",
    summary: "Who works at the account now, and who did",
    params: z.object({ accountId: id }),
    response: z.object({ items: z.array(PositionView) }),
  }),
  add: endpoint({
    id: "people.add",
    method: "POST",
    path: "/accounts/:accountId/people",
    allow: "person.edit",
    summary: "Add a person in a job at this account",
    params: z.object({ accountId: id }),
    body: PositionDraft.extend({ name: requiredText(100) }),
    response: PositionView,
    status: 201,
    idempotent: true,
  }),
  edit: endpoint({
    id: "people.edit",
    method: "PATCH",
    path: "/positions/:positionId",
    allow: "person.edit",
    summary: "Correct a person's name or job, or end the job",
    params: z.object({ positionId: id }),
    body: PositionDraft.extend({ name: requiredText(100), endsOn: day.nullish() }).partial(),
    response: PositionView,
  }),
};
