import { userRoles, visibilities } from "@mainstay/domain/user/user-role";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  id,
  instant,
  named,
  nothing,
  page,
  pageQuery,
  requiredText,
  text,
  version,
} from "./endpoint/wire.ts";
import { email, linkToken, localeShape, password, SessionRow, SignInAnswer } from "./session.ts";

/** A colleague in the workspace. `invited`: has not chosen a password yet. */
export const UserView = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(userRoles),
  visibility: z.enum(visibilities),
  department: named.nullable(),
  /** What guards their sign-in; for administrators only. */
  guard: z.object({ hasSecondFactor: z.boolean(), passkeys: z.int().nonnegative() }).nullable(),
  status: z.enum(["active", "invited", "inactive"]),
  isLockedOut: z.boolean(),
  version,
  createdAt: instant,
  can: z.object({
    edit: z.boolean(),
    deactivate: z.boolean(),
    invite: z.boolean(),
    unlock: z.boolean(),
    resetSecondFactor: z.boolean(),
    endSessions: z.boolean(),
  }),
});
export type UserView = z.infer<typeof UserView>;

/** A link that works once, shown once: hand it to the person yourself. The secret stands behind `#`. */
export const InvitationView = z.object({ user: UserView, path: z.string(), expiresAt: instant });

const params = z.object({ userId: id });
const role = z.enum(userRoles);
const visibility = z.enum(visibilities);

export const users = {
  list: endpoint({
    id: "users.list",
    method: "GET",
    path: "/users",
    allow: "user.view",
    summary: "Colleagues by name",
    query: z.object({ q: text(100).optional(), ...pageQuery }),
    response: page(UserView),
  }),
  get: endpoint({
    id: "users.get",
    method: "GET",
    path: "/users/:userId",
    allow: "user.view",
    summary: "One colleague",
    params,
    response: UserView,
    versioned: true,
  }),
  invite: endpoint({
    id: "users.invite",
    method: "POST",
    path: "/users",
    allow: "user.manage",
    summary: "Invite a colleague: creates the user and a one-time link to choose a password",
    body: z.object({
      email,
      name: requiredText(100),
      role,
      visibility,
      departmentId: id.nullish(),
    }),
    response: InvitationView,
    status: 201,
  }),
  inviteAgain: endpoint({
    id: "users.inviteAgain",
    method: "POST",
    path: "/users/:userId/invitation",
    allow: "user.manage",
    summary: "A new one-time link to choose a (new) password; earlier links stop working",
    params,
    response: InvitationView,
    status: 201,
  }),
  edit: endpoint({
    id: "users.edit",
    method: "PATCH",
    path: "/users/:userId",
    allow: "user.manage",
    summary: "Change name, role, department or what the user sees; takes effect at once (If-Match)",
    params,
    body: z.object({
      name: requiredText(100).optional(),
      role: role.optional(),
      visibility: visibility.optional(),
      departmentId: id.nullish(),
    }),
    response: UserView,
    versioned: true,
  }),
  deactivate: endpoint({
    id: "users.deactivate",
    method: "POST",
    path: "/users/:userId/deactivate",
    allow: "user.manage",
    summary: "Close the user's access; sessions and tokens end at once (If-Match)",
    params,
    response: UserView,
    versioned: true,
  }),
  reactivate: endpoint({
    id: "users.reactivate",
    method: "POST",
    path: "/users/:userId/reactivate",
    allow: "user.manage",
    summary: "Open the user's access again (If-Match)",
    params,
    response: UserView,
    versioned: true,
  }),
  unlock: endpoint({
    id: "users.unlock",
    method: "POST",
    path: "/users/:userId/unlock",
    allow: "user.manage",
    summary: "Open a sign-in that too many failures closed",
    params,
    response: UserView,
  }),
  resetSecondFactor: endpoint({
    id: "users.resetSecondFactor",
    method: "POST",
    path: "/users/:userId/second-factor/reset",
    allow: "user.manage",
    summary:
      "Take away a colleague's authenticator, recovery codes and passkeys, for a lost phone; their sessions end",
    params,
    response: UserView,
  }),
  sessions: endpoint({
    id: "users.sessions",
    method: "GET",
    path: "/users/:userId/sessions",
    allow: "user.manage",
    summary: "Where a colleague is signed in",
    params,
    response: z.object({ items: z.array(SessionRow) }),
  }),
  endSession: endpoint({
    id: "users.endSession",
    method: "DELETE",
    path: "/users/:userId/sessions/:sessionId",
    allow: "user.manage",
    summary: "End one session of a colleague",
    params: z.object({ userId: id, sessionId: id }),
    response: nothing,
    status: 204,
  }),
  endSessions: endpoint({
    id: "users.endSessions",
    method: "POST",
    path: "/users/:userId/sessions/end",
    allow: "user.manage",
    summary: "End every session of a colleague",
    params,
    response: nothing,
    status: 204,
  }),
};

/** What an invited person sees and does; no session yet. */
export const invitations = {
  look: endpoint({
    id: "invitations.look",
    method: "POST",
    path: "/invitations/look",
    allow: "public",
    summary: "Whom a one-time link is for",
    body: z.object({ token: linkToken }),
    response: z.object({
      kind: z.enum(["invite", "admin"]),
      workspaceName: z.string(),
      locale: localeShape,
      email: z.string().nullable(),
      name: z.string().nullable(),
    }),
  }),
  accept: endpoint({
    id: "invitations.accept",
    method: "POST",
    path: "/invitations/accept",
    allow: "public",
    summary:
      "Choose a password with a one-time link and sign in; an `admin` link also names the person",
    body: z.object({
      token: linkToken,
      password,
      name: requiredText(100).optional(),
      email: email.optional(),
    }),
    response: SignInAnswer,
    status: 201,
  }),
};
