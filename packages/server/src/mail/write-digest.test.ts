import type { NotificationView } from "@mainstay/contract/notification";
import type { NotificationKind } from "@mainstay/domain/notification/notification-kind";
import { defaultPreference } from "@mainstay/domain/notification/notification-preference";
import { expect, test } from "vitest";
import { dueDigest } from "./compose-digests.ts";
import { writeDigest } from "./write-digest.ts";

const item = (about: Partial<NotificationView> = {}): NotificationView => ({
  id: "x",
  kind: "handover_overdue",
  subjectKind: "handover",
  subjectId: null,
  account: { id: "1", name: '<img src=x onerror=alert(1)> & "Co"' },
  reason: { code: "notification.handover_overdue", params: { side: "theirs" } },
  isUrgent: true,
  createdAt: "2026-11-22T00:00:00Z",
  readAt: null,
  path: "/accounts/1/cycle",
  ...about,
});
const digest = (items: NotificationView[], kind: "daily" | "urgent", locale: "zh-CN" | "en") =>
  writeDigest({ kind, name: "李<明>", locale, pageOrigin: "https://crm.example", items });

test("a digest says titles, accounts and links in the reader's language, everything escaped", () => {
  const { subject, html, text } = digest([item()], "daily", "zh-CN");
  expect(subject).toBe("每日提醒：1 条未读");
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Co&quot;");
  expect(html).toContain("李&lt;明&gt;");
  expect(html).toContain('href="https://crm.example/accounts/1/cycle"');
  expect(text).toContain("https://crm.example/settings/me");
  expect(digest([item({ account: null })], "urgent", "en").subject).toBe(
    "Urgent: The handover of the customer's contact is past its 24 hours",
  );
});

test("a long digest shows thirty and counts the rest", () => {
  const { text } = digest(Array(45).fill(item()), "daily", "en");
  expect(text.match(/^• /gm)).toHaveLength(30);
  expect(text).toContain("15 more are in the product");
});

const wish = { ...defaultPreference, version: 1 };
const unmailed = (kind: NotificationKind, id: string, is_urgent = false) => ({
  user_id: "u",
  id,
  kind,
  is_urgent,
});
const at = (hour: number, isWorkday = true) => ({
  today: "2026-11-23",
  minuteOfDay: hour * 60,
  isWorkday,
});

test("the day's digest comes once from the reader's hour on, urgent news at once, nothing in quiet hours", () => {
  const news = [unmailed("task_assigned", "a"), unmailed("handover_started", "b", true)];
  expect(dueDigest(wish, news, at(7), false)).toMatchObject({
    kind: "urgent",
    notificationIds: ["b"],
  });
  expect(dueDigest(wish, news, at(8), false)).toMatchObject({
    kind: "daily",
    dedupeKey: "daily:2026-11-23",
    notificationIds: ["a", "b"],
  });
  expect(dueDigest(wish, news, at(9), true)).toMatchObject({ kind: "urgent" });
  expect(dueDigest(wish, [unmailed("task_assigned", "a")], at(9), true)).toBeNull();
  expect(dueDigest(wish, news, at(23), false)).toBeNull();
  expect(dueDigest({ ...wish, digest: "daily" }, news, at(7), false)).toBeNull();
  expect(dueDigest({ ...wish, digest: "off" }, news, at(9), false)).toBeNull();
  expect(dueDigest({ ...wish, workdaysOnly: true }, news, at(9, false), false)).toBeNull();
  expect(dueDigest(wish, [unmailed("task_due", "c")], at(9), false)).toBeNull();
});
