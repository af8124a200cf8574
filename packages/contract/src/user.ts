import { userRoles, visibilities } from "@mainstay/domain/user/user-role";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, instant, page, pageQuery, requiredText, text, version } from "./endpoint/wire.ts";
import { email, linkToken, localeShape, password, SessionView } from "./session.ts";

/** A colleague in the workspace. `invited`: has not chosen a password yet. */
export const UserView = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(userRoles),
  visibility: z.enum(visibilities),
  status: z.enum(["active", "invited", "inactive"]),
  isLockedOut: z.boolean(),
  version,
  createdAt: instant,
  can: z.object({ edit: z.boolean(), deactivate: z.boolean(), invite: z.boolean() }),
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
    body: z.object({ email, name: requiredText(100), role, visibility }),
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
    summary: "Change name, role or what the user sees; takes effect at once (If-Match)",
    params,
    body: z.object({
      name: requiredText(100).optional(),
      role: role.optional(),
      visibility: visibility.optional(),
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
    response: SessionView,
    status: 201,
  }),
};
