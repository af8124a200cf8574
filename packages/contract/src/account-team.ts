import { mainSeats, memberSeats } from "@mainstay/domain/account-team/team-seat";
import { membershipStatuses } from "@mainstay/domain/programme/membership-status";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, reason, text, version } from "./endpoint/wire.ts";

const colleague = z.object({ id, name: z.string(), isActive: z.boolean() });

/** Somebody of ours who works, or worked, on an account besides its manager, backup and sponsor. */
export const TeamMemberView = z.object({
  id,
  accountId: id,
  user: colleague,
  seat: z.enum(memberSeats),
  sinceOn: day,
  untilOn: day.nullable(),
  note: z.string(),
  version,
  can: z.object({ edit: z.boolean() }),
});
export type TeamMemberView = z.infer<typeof TeamMemberView>;

export const AccountTeamView = z.object({
  accountId: id,
  /** Version of the account: seats on the account itself change by `accounts.edit` with it. */
  accountVersion: version,
  seats: z.array(
    z.object({
      seat: z.enum(mainSeats),
      user: colleague.nullable(),
      /** Which line of the service policy, or which rule, demands it; null where it may stay empty. */
      demandedBy: z.string().nullable(),
    }),
  ),
  members: z.array(TeamMemberView),
  /** Who worked on it before, newest end first. */
  past: z.array(TeamMemberView),
  warnings: z.array(reason),
  busFactor: z.int().nullable(),
  threadCount: z.int().nullable(),
  programme: z
    .object({
      id,
      status: z.enum(membershipStatuses),
      score: z.number(),
      activeSinceOn: day.nullable(),
      reviewDueOn: day.nullable(),
    })
    .nullable(),
  can: z.object({ edit: z.boolean(), editAccount: z.boolean(), nominate: z.boolean() }),
});
export type AccountTeamView = z.infer<typeof AccountTeamView>;

const params = z.object({ accountId: id });

export const accountTeams = {
  get: endpoint({
    id: "accountTeams.get",
    method: "GET",
    path: "/accounts/:accountId/team",
    allow: "team.view",
    summary:
      "Who of us works on the account, which seats must be filled, and what is risky about it",
    params,
    response: AccountTeamView,
  }),
  add: endpoint({
    id: "accountTeams.add",
    method: "POST",
    path: "/accounts/:accountId/team",
    allow: "team.edit",
    summary: "Add somebody to the team; from now on they see the account",
    params,
    body: z.object({
      userId: id,
      seat: z.enum(memberSeats),
      sinceOn: day.nullish(),
      note: text(300).default(""),
    }),
    response: TeamMemberView,
    status: 201,
    versioned: true,
  }),
  change: endpoint({
    id: "accountTeams.change",
    method: "PATCH",
    path: "/team-members/:memberId",
    allow: "team.edit",
    summary: "Change seat, first day or note of a team member (If-Match)",
    params: z.object({ memberId: id }),
    body: z.object({
      seat: z.enum(memberSeats).optional(),
      sinceOn: day.optional(),
      note: text(300).optional(),
    }),
    response: TeamMemberView,
    versioned: true,
  }),
  end: endpoint({
    id: "accountTeams.end",
    method: "POST",
    path: "/team-members/:memberId/end",
    allow: "team.edit",
    summary:
      "Somebody leaves the team; from now on they see the account only if they see it otherwise (If-Match)",
    params: z.object({ memberId: id }),
    response: TeamMemberView,
    versioned: true,
  }),
};
