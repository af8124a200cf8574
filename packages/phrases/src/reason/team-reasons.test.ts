import type { EvaluationReason } from "@mainstay/domain/evaluation/evaluation-reason";
import { expect, test } from "vitest";
import { locales } from "../locale.ts";
import { renderEvaluationReason } from "./render-evaluation-reason.ts";
import { teamReasonsEn } from "./team-en.ts";
import { teamReasonsZh } from "./team-zh.ts";

const money = { minor: 1_500_000, currency: "CNY" };
const reasons: EvaluationReason[] = [
  { code: "approval.segment_move", params: { from: null, to: "core" } },
  { code: "approval.segment_move", params: { from: "maintain", to: "core" } },
  { code: "approval.programme_entry", params: { score: 82, members: 9, cap: 25, grade: "key" } },
  { code: "approval.programme_beyond_cap", params: { score: 82, members: 25, cap: 25 } },
  { code: "approval.programme_exit", params: { since: "2025-03-01", score: 40 } },
  { code: "approval.programme_exit", params: { since: null, score: 40 } },
  { code: "approval.rescue_offer", params: { offer: "price_lock", stake: money } },
  { code: "approval.rescue_offer", params: { offer: "unheard_of", stake: null } },
  { code: "approval.discount", params: { percent: 5, cost: money } },
  { code: "approval.discount", params: { percent: null, cost: null } },
  {
    code: "approval.gift",
    params: { giftKind: "meal", value: money, why: "count", count: 4, total: money },
  },
  {
    code: "approval.gift",
    params: { giftKind: "gift", value: money, why: "within_limit", count: 0, total: money },
  },
  { code: "approval.export", params: { what: "people", rows: 9000, limit: 500 } },
  { code: "approval.sensitive_access", params: { days: 7 } },
  { code: "team.seat_missing", params: { seat: "backup", because: "programme" } },
  { code: "team.holder_left", params: { seat: "manager" } },
  { code: "team.no_backup", params: {} },
  { code: "team.same_person", params: { seat: "backup" } },
  { code: "team.bus_factor", params: { busFactor: 1, threads: 3 } },
  { code: "team.bus_factor", params: { busFactor: 0, threads: 3 } },
  { code: "team.manager_overloaded", params: { accounts: 8, limit: 5 } },
  { code: "score.value", params: { rank: 3, accounts: 120 } },
  { code: "score.potential", params: { potential: 0.8 } },
  { code: "score.growth", params: { growth: -0.12 } },
  { code: "score.relationship", params: { coverage: 0.6 } },
];

test("every reason of approvals, teams and scores is one finished sentence in its language", () => {
  for (const reason of reasons)
    for (const locale of locales) {
      const sentence = renderEvaluationReason(reason, locale);
      expect(sentence, reason.code).toMatch(/[。.]$/);
      expect(sentence, reason.code).not.toMatch(/undefined|null|NaN|\[object/);
      expect(/\p{Script=Han}/u.test(sentence), reason.code).toBe(locale === "zh-CN");
    }
  const said = new Set(reasons.map(({ code }) => code as string));
  expect(Object.keys(teamReasonsEn).filter((code) => !said.has(code))).toEqual([]);
  expect(Object.keys(teamReasonsZh)).toEqual(Object.keys(teamReasonsEn));
});
