import { filingLinkDaysAtMost } from "@mainstay/domain/public-case/filing-limit";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, instant, named, nothing, text, version } from "./endpoint/wire.ts";

/** A mailbox always wants a password, so it is never read in clear. */
export const mailboxSecurities = ["tls", "starttls"] as const;
export const afterReadingWays = ["seen", "move"] as const;

const host = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(253)
  .regex(/^[a-z0-9]([a-z0-9.:-]*[a-z0-9])?$/);

/** The mailbox customers write to; the password is never shown. */
export const MailboxView = z.object({
  host: z.string(),
  port: z.int(),
  security: z.enum(mailboxSecurities),
  userName: z.string(),
  hasPassword: z.boolean(),
  folder: z.string(),
  everyMinutes: z.int(),
  afterReading: z.enum(afterReadingWays),
  moveTo: z.string().nullable(),
  ownAddresses: z.array(z.string()),
  isEnabled: z.boolean(),
  lastSuccessAt: instant.nullable(),
  lastError: z.string().nullable(),
  lastErrorAt: instant.nullable(),
  version,
});
export type MailboxView = z.infer<typeof MailboxView>;

const folder = text(200).min(1);
const draft = z
  .object({
    host,
    port: z.int().min(1).max(65_535),
    security: z.enum(mailboxSecurities),
    userName: text(200).min(1),
    /** Left out: stays as it is. */
    password: z.string().min(1).max(1_000).optional(),
    folder: folder.default("INBOX"),
    everyMinutes: z.int().min(1).max(1440).default(5),
    afterReading: z.enum(afterReadingWays).default("seen"),
    moveTo: folder.nullish(),
    ownAddresses: z.array(z.email().max(254)).max(20).default([]),
    isEnabled: z.boolean(),
  })
  .refine(({ afterReading, moveTo }) => (afterReading === "move") === (moveTo != null), {
    path: ["moveTo"],
  });
export type MailboxDraft = z.output<typeof draft>;

export const mailboxes = {
  get: endpoint({
    id: "mailboxes.get",
    method: "GET",
    path: "/mailbox",
    allow: "mailbox.edit",
    summary: "The mailbox customers write to, or that there is none",
    response: z.object({ mailbox: MailboxView.nullable() }),
  }),
  save: endpoint({
    id: "mailboxes.save",
    method: "PUT",
    path: "/mailbox",
    allow: "mailbox.edit",
    summary:
      "Say which mailbox is read; the password is kept sealed and never shown again (If-Match)",
    body: draft,
    response: MailboxView,
    versioned: true,
  }),
  remove: endpoint({
    id: "mailboxes.remove",
    method: "DELETE",
    path: "/mailbox",
    allow: "mailbox.edit",
    summary: "Forget the mailbox; nothing is read any more",
    response: nothing,
    status: 204,
  }),
  check: endpoint({
    id: "mailboxes.check",
    method: "POST",
    path: "/mailbox/check",
    allow: "mailbox.edit",
    summary: "Look into the mailbox now and refuse with the reason if that fails; nothing is read",
    response: z.object({ messages: z.int().nonnegative() }),
  }),
};

/** The form that anybody may open; what it brings waits to be sorted. */
export const caseForms = {
  get: endpoint({
    id: "caseForms.get",
    method: "GET",
    path: "/case-form",
    allow: "mailbox.edit",
    summary: "The address of the open form; null while there is none",
    response: z.object({ url: z.string().nullable(), madeAt: instant.nullable() }),
  }),
  open: endpoint({
    id: "caseForms.open",
    method: "POST",
    path: "/case-form",
    allow: "mailbox.edit",
    summary: "Open the form under a new address; the one before ends",
    response: z.object({ url: z.string(), madeAt: instant }),
    status: 201,
  }),
  close: endpoint({
    id: "caseForms.close",
    method: "DELETE",
    path: "/case-form",
    allow: "mailbox.edit",
    summary: "Close the form",
    response: nothing,
    status: 204,
  }),
};

/** A living link by which an account, or one person there, files cases without signing in. */
export const FilingLinkView = z.object({
  id,
  person: named.nullable(),
  madeBy: named.nullable(),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
});
export type FilingLinkView = z.infer<typeof FilingLinkView>;

const ofAccount = z.object({ accountId: id });

export const filingLinks = {
  listOfAccount: endpoint({
    id: "filingLinks.listOfAccount",
    method: "GET",
    path: "/accounts/:accountId/filing-links",
    allow: "public_link.make",
    summary: "The living filing links of an account, newest first",
    params: ofAccount,
    response: z.object({ items: z.array(FilingLinkView) }),
  }),
  make: endpoint({
    id: "filingLinks.make",
    method: "POST",
    path: "/accounts/:accountId/filing-links",
    allow: "public_link.make",
    summary: "Make a link by which the account, or one person there, files cases; shown once",
    params: ofAccount,
    body: z.object({
      personId: id.nullish(),
      days: z.int().min(1).max(filingLinkDaysAtMost).default(filingLinkDaysAtMost),
    }),
    response: z.object({ link: FilingLinkView, url: z.string() }),
    status: 201,
  }),
  revoke: endpoint({
    id: "filingLinks.revoke",
    method: "DELETE",
    path: "/accounts/:accountId/filing-links/:linkId",
    allow: "public_link.make",
    summary: "Take a filing link back at once",
    params: z.object({ accountId: id, linkId: id }),
    response: nothing,
    status: 204,
  }),
};
