import { notificationKinds } from "@mainstay/domain/notification/notification-kind";
import {
  digestModes,
  notificationWays,
} from "@mainstay/domain/notification/notification-preference";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, instant, named, nothing, page, pageQuery, reason, version } from "./endpoint/wire.ts";

/** Something that was told to the reader. Names of accounts are those they may see now. */
export const NotificationView = z.object({
  id,
  kind: z.enum(notificationKinds),
  subjectKind: z.string(),
  subjectId: id.nullable(),
  account: named.nullable(),
  reason,
  isUrgent: z.boolean(),
  createdAt: instant,
  readAt: instant.nullable(),
  /** The page of ours a click leads to. */
  path: z.string(),
});
export type NotificationView = z.infer<typeof NotificationView>;

const unread = z.object({ unread: z.int().nonnegative() });
const minuteOfDay = z.int().min(0).max(1439);

export const NotificationPreferenceView = z.object({
  ways: z.record(z.enum(notificationKinds), z.enum(notificationWays)),
  digest: z.enum(digestModes),
  digestHour: z.int().min(0).max(23),
  quietFrom: minuteOfDay.nullable(),
  quietTo: minuteOfDay.nullable(),
  workdaysOnly: z.boolean(),
  /** Where mail goes: one's own address. */
  email: z.string(),
  /** Whether the workspace has a mail server at all. */
  isMailReady: z.boolean(),
  version,
});
export type NotificationPreferenceView = z.infer<typeof NotificationPreferenceView>;

const preferenceDraft = z.object({
  ways: z.partialRecord(z.enum(notificationKinds), z.enum(notificationWays)),
  digest: z.enum(digestModes),
  digestHour: z.int().min(0).max(23),
  quietFrom: minuteOfDay.nullable(),
  quietTo: minuteOfDay.nullable(),
  workdaysOnly: z.boolean(),
});
export type NotificationPreferenceDraft = z.output<typeof preferenceDraft>;

export const notifications = {
  list: endpoint({
    id: "notifications.list",
    method: "GET",
    path: "/notifications",
    allow: "notification.view",
    summary: "What I was told, newest first",
    query: z.object({ state: z.enum(["all", "unread"]).default("all"), ...pageQuery }),
    response: page(NotificationView).extend({ unread: z.int().nonnegative() }),
  }),
  unread: endpoint({
    id: "notifications.unread",
    method: "GET",
    path: "/notifications/unread",
    allow: "notification.view",
    summary: "How many I have not read",
    response: unread,
  }),
  read: endpoint({
    id: "notifications.read",
    method: "POST",
    path: "/notifications/:notificationId/read",
    allow: "notification.edit",
    summary: "I have read it",
    params: z.object({ notificationId: id }),
    response: unread,
  }),
  readAll: endpoint({
    id: "notifications.readAll",
    method: "POST",
    path: "/notifications/read-all",
    allow: "notification.edit",
    summary: "I have read everything told up to now",
    response: unread,
  }),
  preferences: endpoint({
    id: "notifications.preferences",
    method: "GET",
    path: "/notification-preferences",
    allow: "notification.view",
    summary: "What I want to hear, how and when",
    response: NotificationPreferenceView,
    versioned: true,
  }),
  savePreferences: endpoint({
    id: "notifications.savePreferences",
    method: "PUT",
    path: "/notification-preferences",
    allow: "notification.edit",
    summary: "Change what I want to hear, how and when (If-Match)",
    body: preferenceDraft,
    response: NotificationPreferenceView,
    versioned: true,
  }),
  events: endpoint({
    id: "notifications.events",
    method: "GET",
    path: "/events",
    allow: "notification.view",
    summary:
      "Server-sent events: `unread` with the number, `notification` with each new one; goes on after Last-Event-ID. Without follow=yes it ends after what is known now",
    query: z.object({ follow: z.enum(["no", "yes"]).default("no") }),
    response: nothing,
  }),
};
