import type { ConsentView } from "@mainstay/contract/consent";
import { expect, test } from "vitest";
import { coveringConsents } from "./covering-consents.ts";

const consent = (change: Partial<ConsentView>): ConsentView => ({
  id: "c",
  personId: "p",
  personName: "王建国",
  scope: ["birthday", "school"],
  isSensitive: false,
  purpose: "维护客户关系",
  words: null,
  textVersion: "v1",
  method: "paper",
  witness: null,
  guardian: null,
  evidence: null,
  givenOn: "2026-01-01",
  expiresOn: "2027-01-01",
  withdrawnAt: null,
  withdrawnVia: null,
  collectedBy: null,
  state: "active",
  facts: 0,
  version: 1,
  can: { withdraw: true, makeLink: true },
  ...change,
});
const covers = (change: Partial<ConsentView>, kind: "birthday" | "itinerary" = "birthday") =>
  coveringConsents([consent(change)], kind, "2026-11-22").length === 1;

test("the dialog offers exactly the consents that the server would take", () => {
  expect(covers({})).toBe(true);
  expect(covers({ withdrawnAt: "2026-11-01T00:00:00Z", state: "withdrawn" })).toBe(false);
  expect(covers({ expiresOn: "2026-11-22", state: "expired" })).toBe(false);
  expect(covers({ state: "outdated" })).toBe(false);
  expect(covers({ scope: ["school"] })).toBe(false);
  expect(covers({ scope: ["itinerary", "school"] }, "itinerary")).toBe(false);
  expect(covers({ scope: ["itinerary"] }, "itinerary")).toBe(true);
});
