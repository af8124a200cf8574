import type { EvaluationReason } from "@mainstay/domain/evaluation/evaluation-reason";
import { caseLevels } from "@mainstay/domain/case/case-kind";
import { obligationKinds } from "@mainstay/domain/obligation/obligation-kind";
import { voiceScales } from "@mainstay/domain/survey/survey-kind";
import { expect, test } from "vitest";
import { locales } from "../locale.ts";
import { renderEvaluationReason } from "./render-evaluation-reason.ts";

const on = "2026-11-01";
const left = { people: 1, person: "Zhang", personId: "p1", endedOn: on, days: 3 };
const late = { handovers: 1, seat: null, dueOn: on, days: 1 } as const;
const changed = { changes: 1, started: 0, sinceOn: on, days: 6 };
const reasons: EvaluationReason[] = [
  ...obligationKinds.flatMap((kind): EvaluationReason[] => [
    { code: "cycle.cadence_missed", params: { duties: 1, kind, dueOn: on, days: 1 } },
    { code: "cycle.cadence_missed", params: { duties: 3, kind, dueOn: on, days: 40 } },
  ]),
  ...[30, 1, 0, -1, -12].map(
    (days): EvaluationReason => ({
      code: "cycle.contract_ending",
      params: { endsOn: on, days },
    }),
  ),
  { code: "cycle.key_contact_left", params: left },
  { code: "cycle.key_contact_left", params: { ...left, person: "", personId: "" } },
  { code: "cycle.key_contact_left", params: { ...left, people: 2 } },
  { code: "cycle.key_contact_left", params: { ...left, people: 3, person: "", personId: "" } },
  { code: "cycle.stance_fell", params: { people: 1, lastOn: on } },
  { code: "cycle.stance_fell", params: { people: 2, lastOn: on } },
  { code: "cycle.handover_overdue", params: late },
  { code: "cycle.handover_overdue", params: { ...late, seat: "backup", days: 0, handovers: 2 } },
  { code: "cycle.handover_overdue", params: { ...late, seat: "manager", handovers: 3, days: 4 } },
  { code: "cycle.team_incomplete", params: { seats: ["backup"] } },
  { code: "cycle.team_incomplete", params: { seats: ["manager", "sponsor"] } },
  { code: "cycle.requirement_change_unconfirmed", params: changed },
  { code: "cycle.requirement_change_unconfirmed", params: { ...changed, started: 1 } },
  ...voiceScales.flatMap((scale): EvaluationReason[] => [
    {
      code: "cycle.satisfaction_dropped",
      params: { scale, from: 8.5, to: 6, fromAnswers: 4, toAnswers: 1, answeredOn: on },
    },
    ...[1, 2].map(
      (people): EvaluationReason => ({
        code: "cycle.economic_buyer_dissatisfied",
        params: { people, scale, score: 2, answeredOn: on },
      }),
    ),
  ]),
  ...caseLevels.flatMap((level): EvaluationReason[] =>
    [1, 47, 100].map((hours) => ({
      code: "cycle.complaint_overdue",
      params: { cases: hours, level, dueOn: on, hours },
    })),
  ),
  { code: "cycle.complaint_repeated", params: { cases: 3, reopened: 0, withinDays: 90 } },
  { code: "cycle.complaint_repeated", params: { cases: 1, reopened: 1, withinDays: 90 } },
  { code: "cycle.promise_broken", params: { late: 1, broken: 0, dueOn: on, days: 1 } },
  { code: "cycle.promise_broken", params: { late: 2, broken: 1, dueOn: on, days: 9 } },
  { code: "cycle.promise_broken", params: { late: 0, broken: 2, dueOn: on, days: 9 } },
];

test.each(reasons.map((reason) => [reason.code, reason] as const))(
  "%s is one finished sentence in both languages",
  (_, reason) => {
    for (const locale of locales) {
      const sentence = renderEvaluationReason(reason, locale);
      expect(sentence).toMatch(/[。.]$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
      expect(sentence).not.toMatch(/ {2}/);
      expect(/\p{Script=Han}/u.test(sentence)).toBe(locale === "zh-CN");
    }
  },
);

test("an erased contact's name leaves a whole sentence", () => {
  const erased: EvaluationReason = {
    code: "cycle.key_contact_left",
    params: { ...left, person: "", personId: "" },
  };
  expect(renderEvaluationReason(erased, "en")).toBe(
    "A key contact left on 1 November 2026, and nobody has taken the relation over.",
  );
  expect(renderEvaluationReason(erased, "zh-CN")).toContain("1 位关键联系人已于");
});
