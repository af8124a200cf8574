import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, instant, nothing, text, version } from "./endpoint/wire.ts";

/** `tls`: encrypted from the first byte (465); `starttls`: encryption demanded (587); `none`: in clear, without a password. */
export const mailSecurities = ["tls", "starttls", "none"] as const;

const host = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(253)
  .regex(/^[a-z0-9]([a-z0-9.:-]*[a-z0-9])?$/);

/** The workspace's mail server; the password is never shown. */
export const MailSettingView = z.object({
  host: z.string(),
  port: z.int(),
  security: z.enum(mailSecurities),
  userName: z.string().nullable(),
  hasPassword: z.boolean(),
  fromAddress: z.string(),
  isEnabled: z.boolean(),
  waiting: z.int().nonnegative(),
  dead: z.int().nonnegative(),
  lastSentAt: instant.nullable(),
  lastError: z.string().nullable(),
  lastErrorAt: instant.nullable(),
  version,
});
export type MailSettingView = z.infer<typeof MailSettingView>;

const draft = z.object({
  host,
  port: z.int().min(1).max(65_535),
  security: z.enum(mailSecurities),
  userName: text(200).nullable(),
  /** Left out: stays as it is. Null: there is none. */
  password: z.string().max(1_000).nullish(),
  fromAddress: z.email().max(200),
  isEnabled: z.boolean(),
});
export type MailSettingDraft = z.output<typeof draft>;

export const mailSettings = {
  get: endpoint({
    id: "mailSettings.get",
    method: "GET",
    path: "/mail-setting",
    allow: "setting.edit",
    summary: "The mail server, or that there is none",
    response: z.object({ setting: MailSettingView.nullable() }),
  }),
  save: endpoint({
    id: "mailSettings.save",
    method: "PUT",
    path: "/mail-setting",
    allow: "setting.edit",
    summary:
      "Say where mail goes out; the password is kept sealed and never shown again (If-Match)",
    body: draft,
    response: MailSettingView,
    versioned: true,
  }),
  remove: endpoint({
    id: "mailSettings.remove",
    method: "DELETE",
    path: "/mail-setting",
    allow: "setting.edit",
    summary: "Forget the mail server; nothing is mailed any more",
    response: nothing,
    status: 204,
  }),
  check: endpoint({
    id: "mailSettings.check",
    method: "POST",
    path: "/mail-setting/check",
    allow: "setting.edit",
    summary: "Send a test mail to my own address and refuse with the reason if it was not taken",
    response: z.object({ to: z.string() }),
  }),
};

/** A mail or robot message on its way. */
export const OutgoingMessageView = z.object({
  id,
  channel: z.enum(["mail", "customer_mail", "robot"]),
  status: z.enum(["waiting", "sent", "dead"]),
  /** The user, robot or person of a customer it goes to. */
  to: z.string(),
  /** What it is: a digest, mail to a customer (CustomerMailKind), or the kind of news. */
  kind: z.string(),
  params: z.record(z.string(), z.unknown()),
  account: z.string().nullable(),
  attempts: z.int().nonnegative(),
  /** Null while it has not been tried. */
  nextTryAt: instant.nullable(),
  lastError: z.string().nullable(),
  createdAt: instant,
});
export type OutgoingMessageView = z.infer<typeof OutgoingMessageView>;

export const outgoingMessages = {
  list: endpoint({
    id: "outgoingMessages.list",
    method: "GET",
    path: "/outgoing-messages",
    allow: "setting.edit",
    summary: "Mail and robot messages that wait or failed, newest first; the newest 200",
    query: z.object({ status: z.enum(["waiting", "dead"]).default("dead") }),
    response: z.object({ items: z.array(OutgoingMessageView), total: z.int().nonnegative() }),
  }),
  sendAgain: endpoint({
    id: "outgoingMessages.sendAgain",
    method: "POST",
    path: "/outgoing-messages/:messageId/send-again",
    allow: "setting.edit",
    summary: "Try a message that failed once more, from the beginning",
    params: z.object({ messageId: id }),
    response: nothing,
    status: 204,
  }),
};
