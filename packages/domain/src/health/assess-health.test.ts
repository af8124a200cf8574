import { expect, test } from "vitest";
import { assessHealth, type HealthFacts } from "./assess-health.ts";
import { healthTrend } from "./health-trend.ts";
import { paymentScore } from "./payment-score.ts";
import { relationshipScore } from "./relationship-score.ts";
import { orderShare, rhythmScore } from "./rhythm-score.ts";
import { serviceScore } from "./service-score.ts";
import { valueScore } from "./value-score.ts";
import { voiceScore } from "./voice-score.ts";

const rhythm = (pLost: number | null, now: number, before: number) =>
  rhythmScore({ pLost, revenue12mMinor: now, revenuePrior12mMinor: before });

test("rhythm is 100 from 95 % of the expected orders on and 0 at half, by the weaker of timing and amount", () => {
  expect(rhythm(0.05, 100, 100)).toBeCloseTo(100);
  expect(rhythm(0.5, 100, 100)).toBe(0);
  expect(rhythm(0, 50, 100)).toBe(0);
  expect(rhythm(0, 72.5, 100)).toBeCloseTo(50);
  expect(rhythm(0.275, 95, 100)).toBeCloseTo(50);
  expect(rhythm(null, 100, 100)).toBeNull();
});

test("growth, a first year and net returns do not leave the scale", () => {
  expect(orderShare({ pLost: 0, revenue12mMinor: 300, revenuePrior12mMinor: 100 })).toBe(1);
  expect(orderShare({ pLost: 0, revenue12mMinor: 300, revenuePrior12mMinor: 0 })).toBe(1);
  expect(rhythm(0, -50, 100)).toBe(0);
});

test("relationship is six parts coverage and four parts support", () => {
  expect(relationshipScore({ coverage: 0.5, supportIndex: 0 })).toBe(50);
  expect(relationshipScore({ coverage: 1, supportIndex: 100 })).toBe(100);
  expect(relationshipScore({ coverage: 0, supportIndex: -100 })).toBe(0);
  expect(relationshipScore({ coverage: 0.4, supportIndex: null })).toBeNull();
});

test("payment falls from 100 at no overdue day to 0 at sixty; without an invoice it is unknown", () => {
  expect(paymentScore({ invoices: 3, overdueDays: 0 })).toBe(100);
  expect(paymentScore({ invoices: 3, overdueDays: 15 })).toBe(75);
  expect(paymentScore({ invoices: 3, overdueDays: 400 })).toBe(0);
  expect(paymentScore({ invoices: 0, overdueDays: null })).toBeNull();
});

test("voice is known for 200 days", () => {
  expect(voiceScore({ scale: "csat", mean: 4, answers: 2, ageDays: 200 })).toBe(75);
  expect(voiceScore({ scale: "nps", mean: 7.5, answers: 1, ageDays: 10 })).toBe(75);
  expect(voiceScore({ scale: "ces", mean: 1, answers: 1, ageDays: 0 })).toBe(0);
  expect(voiceScore({ scale: "csat", mean: 5, answers: 1, ageDays: 201 })).toBeNull();
  expect(voiceScore(null)).toBeNull();
});

test("service counts kept clocks less what lies about; no case ever is unknown, not perfect", () => {
  const none = { cases: 4, overdueGeneral: 0, overdueMajor: 0, overdueUrgent: 0, open: 0 };
  expect(serviceScore({ ...none, clockHitShare: 0.9 })).toBe(90);
  expect(serviceScore({ ...none, open: 1, overdueMajor: 1, clockHitShare: 0.9 })).toBe(67);
  expect(serviceScore({ ...none, cases: 0, clockHitShare: null })).toBeNull();
  expect(serviceScore(null)).toBeNull();
});

test("value delivered is what was met of what was promised", () => {
  expect(valueScore({ promised: 4, met: 3 })).toBe(75);
  expect(valueScore({ promised: 0, met: 0 })).toBeNull();
});

const sound: HealthFacts = {
  rhythm: {
    pLost: 0.02,
    revenue12mMinor: 100,
    revenuePrior12mMinor: 100,
    isBroken: false,
    lastOrderDay: 990,
  },
  coverage: 0.9,
  supportIndex: 80,
  payment: { invoices: 2, overdueDays: 0 },
  voice: null,
  service: null,
  value: null,
  isBuyerAgainst: false,
  buyerAnswer: null,
  contactsLeft: 0,
  isTerminated: false,
  adjustment: 0,
};

test("without a word from the customer and without a case nobody is green: the score is provisional", () => {
  const health = assessHealth(sound, 1000);
  expect(health).toMatchObject({ score: null, band: "insufficient", knownWeight: 55, reasons: [] });
  expect(health.provisionalScore).toBeGreaterThan(90);
});

test("each veto is found by its fact and stands first among at most three reasons", () => {
  const cases: [Partial<HealthFacts>, string][] = [
    [{ isBuyerAgainst: true }, "relationship"],
    [{ contactsLeft: 2 }, "contact_left"],
    [{ isTerminated: true }, "termination"],
    [{ buyerAnswer: { scale: "nps", score: 6, ageDays: 3 } }, "buyer_dissatisfied"],
    [{ rhythm: { ...sound.rhythm, isBroken: true } }, "rhythm_broken"],
  ];
  for (const [facts, veto] of cases) {
    const health = assessHealth({ ...sound, ...facts }, 1000);
    expect(health).toMatchObject({ band: "red", vetoes: [veto], score: null });
    expect(health.reasons[0]?.code).toBe(veto);
  }
  const worst = assessHealth(
    {
      ...sound,
      isBuyerAgainst: true,
      contactsLeft: 1,
      coverage: 0,
      payment: { invoices: 1, overdueDays: 90 },
    },
    1000,
  );
  expect(worst.reasons.map(({ code }) => code)).toEqual([
    "relationship",
    "contact_left",
    "low_relationship",
  ]);
});

test("one detractor who decides turns a content account red with the score; satisfied or long ago it does not", () => {
  const content = { ...sound, voice: { scale: "nps", mean: 9.5, answers: 8, ageDays: 3 } } as const;
  const red = assessHealth(
    { ...content, buyerAnswer: { scale: "nps", score: 6, ageDays: 3 } },
    1000,
  );
  expect(red).toMatchObject({ band: "red", vetoes: ["buyer_dissatisfied"] });
  expect(red.reasons[0]).toEqual({
    code: "buyer_dissatisfied",
    link: "voice",
    params: { scale: "nps", score: 6, days: 3 },
  });
  for (const buyerAnswer of [
    { scale: "nps", score: 7, ageDays: 3 },
    { scale: "nps", score: 0, ageDays: 201 },
  ] as const)
    expect(assessHealth({ ...content, buyerAnswer }, 1000).vetoes).toEqual([]);
});

test("with voice and service known an account can be judged, and green", () => {
  const facts = {
    ...sound,
    voice: { scale: "csat", mean: 5, answers: 3, ageDays: 30 },
    service: {
      cases: 2,
      overdueGeneral: 0,
      overdueMajor: 0,
      overdueUrgent: 0,
      open: 0,
      clockHitShare: 1,
    },
  } as const;
  expect(assessHealth(facts, 1000)).toMatchObject({ band: "green", knownWeight: 90, vetoes: [] });
});

test("an urgent overdue case is a veto of its own", () => {
  const service = {
    cases: 1,
    overdueGeneral: 0,
    overdueMajor: 0,
    overdueUrgent: 1,
    open: 1,
    clockHitShare: null,
  };
  expect(assessHealth({ ...sound, service }, 1000).vetoes).toEqual(["case_overdue"]);
});

test("a broken rhythm is said once, not also as a low input", () => {
  const broken = { ...sound.rhythm, pLost: 0.95, isBroken: true };
  const codes = assessHealth({ ...sound, rhythm: broken }, 1000).reasons.map(({ code }) => code);
  expect(codes).toEqual(["rhythm_broken"]);
});

test("a move under three points is steady, an unknown past gives no trend", () => {
  expect([healthTrend(60, 62.9), healthTrend(60, 63), healthTrend(60, 50)]).toEqual([
    "steady",
    "rising",
    "falling",
  ]);
  expect(healthTrend(null, 50)).toBeNull();
});
