import { permissions, type Permission } from "@mainstay/domain/access/permission";
import { factClasses } from "@mainstay/domain/fact/fact-class";
import { userRoles, visibilities } from "@mainstay/domain/user/user-role";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { currency, id, instant, nothing, requiredText } from "./endpoint/wire.ts";

export const localeShape = z.enum(["zh-CN", "en"]);
export const amountUnitShape = z.enum(["yuan", "ten_thousand_yuan"]);

/** A mail address as people type it; kept in lower case. */
export const email = z.string().trim().max(254).toLowerCase().pipe(z.email());

/** A password on its way in; how strong it must be is a rule of the domain. */
export const password = z
  .string()
  .min(1)
  .max(200)
  .refine((value) => !value.includes("\u0000"), { message: "text.nul" });

/** A secret that a link carried in its fragment. */
export const linkToken = z.string().max(200);

/** Who is signed in, where, and what they may do: all the page needs to begin. */
export const SessionView = z.object({
  user: z.object({
    id,
    name: z.string(),
    email: z.string(),
    role: z.enum(userRoles),
    visibility: z.enum(visibilities),
    /** Classes of facts about people that may come near this caller. */
    factClasses: z.array(z.enum(factClasses)),
    locale: localeShape.nullable(),
  }),
  /** True until a second factor is set up that the workspace demands; till then nothing else may be done. */
  needsSecondFactor: z.boolean(),
  workspace: z.object({
    name: z.string(),
    locale: localeShape,
    baseCurrency: currency,
    amountUnit: amountUnitShape,
    timeZone: z.string(),
    today: z.iso.date(),
  }),
  permissions: z.array(z.enum(Object.keys(permissions) as [Permission, ...Permission[]])),
});
export type SessionView = z.infer<typeof SessionView>;

/** How a session began. `code`: password and one-time code. */
export const sessionMethods = ["password", "code", "passkey", "single_sign_on"] as const;

/** The password was right; a one-time code must follow (`secondFactors.signIn`). */
export const SecondStep = z.object({ needs: z.literal("code") });

/** Signed in, or asked for the second step. */
export const SignInAnswer = z.union([SessionView, SecondStep]);
export type SignInAnswer = z.infer<typeof SignInAnswer>;

/** One place somebody is signed in from. */
export const SessionRow = z.object({
  id,
  method: z.enum(sessionMethods),
  userAgent: z.string().nullable(),
  ip: z.string().nullable(),
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  isCurrent: z.boolean(),
});
export type SessionRow = z.infer<typeof SessionRow>;

export const sessions = {
  signIn: endpoint({
    id: "sessions.signIn",
    method: "POST",
    path: "/session",
    allow: "public",
    summary:
      "Sign in with mail address and password; sets the session cookie, or asks for a one-time code",
    body: z.object({ email, password }),
    response: SignInAnswer,
  }),
  current: endpoint({
    id: "sessions.current",
    method: "GET",
    path: "/session",
    allow: "signed_in",
    summary: "Who is asking, in which workspace, with which permissions",
    response: SessionView,
  }),
  signOut: endpoint({
    id: "sessions.signOut",
    method: "DELETE",
    path: "/session",
    allow: "signed_in",
    summary: "End this session",
    response: nothing,
    status: 204,
  }),
  list: endpoint({
    id: "sessions.list",
    method: "GET",
    path: "/sessions",
    allow: "signed_in",
    summary: "Where I am signed in",
    response: z.object({ items: z.array(SessionRow) }),
  }),
  end: endpoint({
    id: "sessions.end",
    method: "DELETE",
    path: "/sessions/:sessionId",
    allow: "signed_in",
    summary: "End one of my sessions",
    params: z.object({ sessionId: id }),
    response: nothing,
    status: 204,
  }),
  endOthers: endpoint({
    id: "sessions.endOthers",
    method: "POST",
    path: "/sessions/end-others",
    allow: "signed_in",
    summary: "End all my sessions but this one",
    response: nothing,
    status: 204,
  }),
  changePassword: endpoint({
    id: "sessions.changePassword",
    method: "PUT",
    path: "/session/password",
    allow: "signed_in",
    summary: "Change my password; every other session ends and this one gets a new cookie",
    body: z.object({ currentPassword: password, newPassword: password }),
    response: nothing,
    status: 204,
  }),
  changeProfile: endpoint({
    id: "sessions.changeProfile",
    method: "PATCH",
    path: "/session/user",
    allow: "signed_in",
    summary: "Change my name and language",
    body: z.object({ name: requiredText(100).optional(), locale: localeShape.nullish() }),
    response: SessionView,
  }),
};
