import type { PrivacyOverview } from "@mainstay/contract/privacy";
import { expect, test } from "vitest";
import { judgePrivacy } from "./privacy-judgements.ts";

const fine: PrivacyOverview = {
  overdueRequests: 0,
  openRequests: 0,
  nextDueOn: null,
  endingConsents: [],
  endingConsentCount: 0,
  outdatedConsents: 0,
  factsWithoutBasis: 0,
  personsWithoutBasis: [],
  notice: { version: 2, isOutdated: false, path: "/notice/x" },
  openIncidents: 0,
  draftAssessments: 0,
  restrictedPersons: [],
  auditCheckedAt: "2026-11-22T02:00:00Z",
  isAuditIntact: true,
};
const words = (change: Partial<PrivacyOverview>) =>
  judgePrivacy({ ...fine, ...change }).map((one) => `${one.severity} ${one.words} ${one.count}`);

test("when all is well nothing is said", () => {
  expect(words({})).toEqual([]);
});

test("the gravest stands first, and what is overdue is not counted as open again", () => {
  expect(
    words({
      overdueRequests: 2,
      openRequests: 5,
      openIncidents: 1,
      isAuditIntact: false,
      notice: { version: null, isOutdated: false, path: null },
      endingConsentCount: 3,
    }),
  ).toEqual([
    "critical auditBroken 1",
    "critical incidents 1",
    "critical overdue 2",
    "act noNotice 1",
    "watch open 3",
    "watch ending 3",
  ]);
  expect(words({ overdueRequests: 2, openRequests: 2 })).toEqual(["critical overdue 2"]);
});

test("an audit that was never verified is a matter, persons are named", () => {
  expect(words({ isAuditIntact: null, auditCheckedAt: null })).toEqual(["watch auditNever 1"]);
  const [lacking] = judgePrivacy({
    ...fine,
    factsWithoutBasis: 4,
    personsWithoutBasis: [{ id: "p", name: "陈建华" }],
  });
  expect(lacking).toMatchObject({ names: ["陈建华"], personId: "p", tab: "person" });
});
