import { buyingRoles } from "@mainstay/domain/buying-role/buying-role";
import { jobEndings } from "@mainstay/domain/person/job-ending";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, requiredText, text, version } from "./endpoint/wire.ts";

/** A person in their job at an account. Business facts only. */
export const PositionView = z.object({
  id,
  personId: id,
  accountId: id,
  accountName: z.string(),
  name: z.string(),
  isPlaceholder: z.boolean(),
  title: z.string().nullable(),
  department: z.string().nullable(),
  workPhone: z.string().nullable(),
  workEmail: z.string().nullable(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  endedBecause: z.enum(jobEndings).nullable(),
  /** The superior's job at the same account. */
  reportsTo: z.object({ positionId: id, personId: id, name: z.string() }).nullable(),
  /** 开门人 The account the person knew us from before taking this job; `name` is null when it is not in the reader's sight. */
  cameFrom: z.object({ accountId: id.nullable(), name: z.string().nullable() }).nullable(),
  lastContactOn: day.nullable(),
  personVersion: version,
  version,
  can: z.object({ edit: z.boolean() }),
});
export type PositionView = z.infer<typeof PositionView>;

/** What a job says: title, department, how the person is reached at work, from when, below whom. */
export const JobDraft = z.object({
  title: text(100).nullish(),
  department: text(100).nullish(),
  workPhone: text(40).nullish(),
  workEmail: z.email().max(200).nullish(),
  startsOn: day.nullish(),
  /** The superior's job at the same account. */
  reportsToId: id.nullish(),
});
export type JobDraft = z.infer<typeof JobDraft>;

/** Roles the quick form can give; a coach is named by its three tests only (decision chain). */
export const quickRoles = buyingRoles.filter((role) => role !== "coach");

const ofPosition = z.object({ positionId: id });

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
    summary:
      "Add a person in a job at this account: name, title, department, superior, buying role",
    params: z.object({ accountId: id }),
    body: JobDraft.extend({
      name: requiredText(100),
      /** A seat that is known and a holder who is not, such as 财务总监（待查明）. */
      isPlaceholder: z.boolean().optional(),
      /** The account's default role; needs the right to edit the decision chain. */
      buyingRole: z.enum(quickRoles).nullish(),
    }),
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
    params: ofPosition,
    body: JobDraft.extend({ name: requiredText(100), endsOn: day.nullish() }).partial(),
    response: PositionView,
  }),
  leave: endpoint({
    id: "people.leave",
    method: "POST",
    path: "/positions/:positionId/leave",
    allow: "person.edit",
    summary: "The person has left this job; it stays in the history",
    params: ofPosition,
    body: z.object({ endsOn: day, endedBecause: z.enum(jobEndings) }),
    response: PositionView,
  }),
  move: endpoint({
    id: "people.move",
    method: "POST",
    path: "/positions/:positionId/move",
    allow: "person.edit",
    summary: "The person moves to another account: the old job ends, the new one begins",
    params: ofPosition,
    body: JobDraft.omit({ startsOn: true }).extend({ toAccountId: id, movedOn: day }),
    response: PositionView,
    status: 201,
    idempotent: true,
  }),
  takeUp: endpoint({
    id: "people.takeUp",
    method: "POST",
    path: "/people/:personId/positions",
    allow: "person.edit",
    summary: "A person we know takes up another job, beside the present ones or on coming back",
    params: z.object({ personId: id }),
    body: JobDraft.extend({ accountId: id, endsOn: day.nullish() }),
    response: PositionView,
    status: 201,
    idempotent: true,
  }),
};
