import { segments } from "@mainstay/domain/account/segment";
import { leftOutReasons } from "@mainstay/domain/survey/draw-sample";
import { invitationStatuses } from "@mainstay/domain/survey/survey-kind";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, instant, named, nothing, page, pageQuery, share } from "./endpoint/wire.ts";

/**
 * How a round stands, of the accounts in the reader's sight. `asked` leaves out who was never reached (planned,
 * bounced, dropped); the response rate is answered ÷ asked, null while nobody was. Walk-ins have no rate: nobody knows how
 * many saw the code.
 */
export const RoundFigures = z.object({
  id,
  number: z.int().positive(),
  openedOn: day,
  closesOn: day,
  closedAt: instant.nullable(),
  isAnonymous: z.boolean(),
  eligible: z.int().nonnegative(),
  counts: z.record(z.enum(invitationStatuses), z.int().nonnegative()),
  asked: z.int().nonnegative(),
  answered: z.int().nonnegative(),
  responseRate: share.nullable(),
  walkIns: z.int().nonnegative(),
});
export type RoundFigures = z.infer<typeof RoundFigures>;

const slice = { asked: z.int().nonnegative(), answered: z.int().nonnegative() };

/** Response rates by slices, n beside each; accounts are those of the reader. */
export const RoundView = RoundFigures.extend({
  survey: z.object({
    id,
    title: z.object({ zh: z.string().optional(), en: z.string().optional() }),
  }),
  questions: z.int().nonnegative(),
  /** What the sample was drawn with, so that anybody can draw it again. */
  seed: z.int().nonnegative(),
  /** A mail server is set up; without one invitations wait and links are passed on by hand. */
  hasMail: z.boolean(),
  bySegment: z.array(z.object({ segment: z.enum(segments).nullable(), ...slice })),
  byDepartment: z.array(z.object({ department: z.string().nullable(), ...slice })),
  byAccount: z.array(z.object({ account: named, ...slice })),
  can: z.object({
    invite: z.boolean(),
    remind: z.boolean(),
    makeLink: z.boolean(),
    makeWalkInLink: z.boolean(),
    close: z.boolean(),
    export: z.boolean(),
  }),
});
export type RoundView = z.infer<typeof RoundView>;

export const InvitationRow = z.object({
  id,
  account: named,
  /** Null when the person was erased or is out of sight. */
  person: named.nullable(),
  status: z.enum(invitationStatuses),
  droppedBecause: z.string().nullable(),
  plannedOn: day,
  sentAt: instant.nullable(),
  openedAt: instant.nullable(),
  /** Of an anonymous round: the day alone. */
  answeredOn: day.nullable(),
  reminders: z.int().nonnegative(),
});
export type InvitationRow = z.infer<typeof InvitationRow>;

const params = z.object({ roundId: id });

export const surveyRounds = {
  get: endpoint({
    id: "surveyRounds.get",
    method: "GET",
    path: "/survey-rounds/:roundId",
    allow: "survey.view",
    summary: "A round: how many were asked and answered, by segment, department and account",
    params,
    response: RoundView,
  }),
  invitations: endpoint({
    id: "surveyRounds.invitations",
    method: "GET",
    path: "/survey-rounds/:roundId/invitations",
    allow: "survey.view",
    summary: "Who was asked at the accounts in sight, and how each asking stands",
    params,
    query: z.object({ ...pageQuery, status: z.enum(invitationStatuses).optional() }),
    response: page(InvitationRow),
  }),
  invite: endpoint({
    id: "surveyRounds.invite",
    method: "POST",
    path: "/survey-rounds/:roundId/invitations",
    allow: "survey.send",
    summary:
      "Ask people by hand besides the sample; the limits of asking hold, each refusal says why",
    params,
    body: z.object({
      people: z
        .array(z.object({ personId: id, accountId: id }))
        .min(1)
        .max(200),
    }),
    response: z.object({
      invited: z.int().nonnegative(),
      leftOut: z.array(
        z.object({
          personId: id,
          because: z.enum([...leftOutReasons, "already_asked", "not_there"]),
        }),
      ),
    }),
    idempotent: true,
  }),
  remind: endpoint({
    id: "surveyRounds.remind",
    method: "POST",
    path: "/survey-rounds/:roundId/reminders",
    allow: "survey.send",
    summary:
      "Remind everybody who has not answered, at most as often as the setting allows and once a day",
    params,
    response: z.object({ reminded: z.int().nonnegative(), leftOut: z.int().nonnegative() }),
  }),
  close: endpoint({
    id: "surveyRounds.close",
    method: "POST",
    path: "/survey-rounds/:roundId/close",
    allow: "survey.send",
    summary: "Close the round now: links open no more, what was answered stays",
    params,
    response: RoundView,
  }),
  makeWalkInLink: endpoint({
    id: "surveyRounds.makeWalkInLink",
    method: "POST",
    path: "/survey-rounds/:roundId/walk-in-links",
    allow: "survey.send",
    summary: "A link and QR code anybody may answer by until the round closes; shown once",
    params,
    response: z.object({ url: z.string(), qrSvg: z.string(), expiresAt: instant }),
    status: 201,
  }),
  export: endpoint({
    id: "surveyRounds.export",
    method: "GET",
    path: "/survey-rounds/:roundId/invitations/export",
    allow: "voice.export",
    summary: "Who was asked and how each asking stands, as a workbook; no links and no answers",
    params,
    response: nothing,
    download: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  }),
};

export const surveyInvitations = {
  makeLink: endpoint({
    id: "surveyInvitations.makeLink",
    method: "POST",
    path: "/survey-invitations/:invitationId/links",
    allow: "public_link.make",
    summary: "A link for one person who was asked, to pass on by hand; shown once",
    params: z.object({ invitationId: id }),
    response: z.object({ url: z.string(), qrSvg: z.string(), expiresAt: instant }),
    status: 201,
  }),
};
