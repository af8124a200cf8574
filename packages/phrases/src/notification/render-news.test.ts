import { approvalKinds, approvalStatuses } from "@mainstay/domain/approval/approval-kind";
import { caseClockNames } from "@mainstay/domain/case/case-clock";
import { caseKinds, caseLevels } from "@mainstay/domain/case/case-kind";
import { escalationReasons, escalationSteps } from "@mainstay/domain/case/escalation";
import { handoverSides } from "@mainstay/domain/handover/handover-kind";
import { notificationKinds } from "@mainstay/domain/notification/notification-kind";
import {
  type NotificationReasons,
  plainReason,
} from "@mainstay/domain/notification/notification-reason";
import { obligationKinds } from "@mainstay/domain/obligation/obligation-kind";
import { signalKinds, signalSeverities } from "@mainstay/domain/signal/signal-kind";
import { expect, test } from "vitest";
import { renderNews } from "./render-news.ts";

const locales = ["zh-CN", "en"] as const;
const samples: { [K in keyof NotificationReasons]: NotificationReasons[K][] } = {
  signal_raised: signalKinds.flatMap((signalKind) =>
    signalSeverities.map((severity) => ({ signalKind, severity })),
  ),
  signal_assigned: signalKinds.map((signalKind) => ({ signalKind, severity: "critical" as const })),
  task_assigned: [{ dueOn: "2026-12-01" }, { dueOn: null }],
  task_due: [{ dueOn: "2026-12-01" }],
  obligation_due: obligationKinds.map((obligationKind) => ({
    obligationKind,
    dueOn: "2026-12-01",
  })),
  obligation_overdue: obligationKinds.map((obligationKind) => ({
    obligationKind,
    dueOn: "2026-12-01",
  })),
  handover_started: handoverSides.map((side) => ({ side, dueAt: "2026-12-01T08:00:00.000Z" })),
  handover_overdue: handoverSides.map((side) => ({ side })),
  approval_asked: approvalKinds.map((approvalKind) => ({ approvalKind, dueOn: "2026-12-01" })),
  approval_decided: approvalKinds.flatMap((approvalKind) =>
    approvalStatuses.map((status) => ({ approvalKind, status })),
  ),
  approval_reminder: approvalKinds.map((approvalKind) => ({ approvalKind, dueOn: "2026-12-01" })),
  requirement_change_confirmed: [{}],
  case_assigned: caseKinds.flatMap((caseKind) => caseLevels.map((level) => ({ caseKind, level }))),
  case_transfer_offered: caseLevels.map((level) => ({ caseKind: "fault", level })),
  case_transfer_answered: (["accepted", "declined"] as const).map((answer) => ({
    caseKind: "request",
    answer,
  })),
  case_overdue: caseClockNames.map((clock) => ({
    caseKind: "complaint",
    level: "major",
    clock,
    dueAt: "2026-12-01T08:00:00.000Z",
  })),
  case_escalated: escalationReasons.flatMap((because) =>
    escalationSteps.map((step) => ({ caseKind: "complaint", level: "urgent", step, because })),
  ),
  case_customer_wrote: caseKinds.map((caseKind) => ({ caseKind, level: "general" })),
  case_reopened: caseKinds.map((caseKind) => ({ caseKind, level: "general" })),
  case_closed: caseKinds.map((caseKind) => ({ caseKind })),
  inspection_given: [{ calls: 1 }, { calls: 3 }],
  promise_given: [{ dueOn: "2026-12-01" }],
  promise_due: [{ dueOn: "2026-12-01" }],
  promise_late: [{ dueOn: "2026-12-01" }],
  feedback_loop_opened: [{ dueOn: "2026-12-01" }],
  feedback_loop_overdue: [{ dueOn: "2026-12-01" }],
  feedback_loop_drop_asked: [{}],
  day_ahead: [
    { tasks: 1, obligations: 2, visits: 1, overdue: 3 },
    { tasks: 0, obligations: 0, visits: 0, overdue: 0 },
  ],
};

test("every kind has a sentence in both languages for everything it may carry, and for nothing at all", () => {
  for (const locale of locales) {
    for (const kind of notificationKinds) {
      for (const params of [...samples[kind], {}]) {
        const words = renderNews(kind, params as Record<string, unknown>, locale);
        expect(words.length, kind).toBeGreaterThan(3);
        expect(words, kind).not.toMatch(/undefined|null|NaN|\{\{/);
        if (locale === "en") expect(words, kind).not.toMatch(/\p{Script=Han}/u);
      }
    }
  }
  expect(renderNews("of_a_later_version", {}, "zh-CN")).toBe("有新的消息");
});

test("names, numbers to call and words of a customer find no place in any kind", () => {
  const canaries = ["王建国", "13800138000", "+86 138-0013-8000", "质量太差要投诉", "Wang Jianguo"];
  const names = new Set(Object.values(samples).flatMap((all) => all.flatMap(Object.keys)));
  for (const kind of notificationKinds) {
    for (const canary of canaries) {
      const params = Object.fromEntries(
        [...names, "note", "name", "title", "summary"].map((name) => [name, canary]),
      );
      const kept = JSON.stringify(plainReason(kind, params));
      expect(kept, kind).not.toContain(canary);
      for (const locale of locales) {
        expect(renderNews(kind, params, locale), kind).not.toContain(canary);
      }
    }
    expect(JSON.stringify(plainReason(kind, { tasks: 13_800_138_000 }))).not.toContain("138");
  }
});
