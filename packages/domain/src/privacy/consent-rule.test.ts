import { expect, test } from "vitest";
import { consentScopes } from "../fact/consent-scope.ts";
import {
  carriesNewFacts,
  type ConsentDraft,
  consentFault,
  consentStateOf,
  consentTextAsOne,
  isSensitiveScope,
  needsGuardian,
  needsOwnConsent,
  sortedScope,
} from "./consent-rule.ts";

const draft: ConsentDraft = {
  scope: ["birthday", "sports"],
  textScope: ["birthday", "sports", "food"],
  method: "paper",
  givenOn: "2026-11-01",
  expiresOn: "2028-11-01",
  witness: null,
  guardian: null,
  hasEvidence: true,
};
const fault = (change: Partial<ConsentDraft>) =>
  consentFault({ ...draft, ...change }, "2026-11-22", "2028-11-01");

test("trips, diet, public office and a child's birthday are sensitive; publishing too needs a consent of its own", () => {
  const sensitive = consentScopes.filter(isSensitiveScope);
  expect(sensitive).toEqual([
    "child_birthday",
    "diet_restriction",
    "last_holiday",
    "next_holiday",
    "itinerary",
    "public_identity",
  ]);
  expect(consentScopes.filter(needsOwnConsent)).toEqual([...sensitive, "publish"]);
  expect(consentScopes.filter(needsGuardian)).toEqual(["child_birthday"]);
});

test("a consent as the law wants it is taken", () => {
  expect(fault({})).toBeNull();
  expect(fault({ method: "oral_witnessed", witness: "李四", hasEvidence: false })).toBeNull();
  expect(fault({ method: "portal", hasEvidence: false })).toBeNull();
});

test("each way a consent can be wrong has its own name", () => {
  expect(fault({ scope: ["birthday", "itinerary"] })).toBe("sensitive_bundled");
  expect(fault({ scope: ["publish", "photo"] })).toBe("sensitive_bundled");
  expect(fault({ scope: ["books"] })).toBe("scope_not_in_text");
  expect(fault({ givenOn: "2026-11-23" })).toBe("given_in_future");
  expect(fault({ expiresOn: "2026-11-01" })).toBe("expires_too_early");
  expect(fault({ expiresOn: "2026-11-22" })).toBe("expires_too_early");
  expect(fault({ expiresOn: "2028-11-02" })).toBe("expires_too_late");
  expect(fault({ method: "oral_witnessed" })).toBe("witness_missing");
  expect(fault({ scope: ["child_birthday"], textScope: ["child_birthday"] })).toBe(
    "guardian_missing",
  );
  expect(fault({ hasEvidence: false })).toBe("evidence_missing");
  expect(fault({ method: "wecom_reply", hasEvidence: false })).toBe("evidence_missing");
});

test("withdrawn comes before expired, expired before outdated, and only a living one carries new facts", () => {
  const now = new Date("2026-11-22T08:00:00Z");
  const living = {
    scope: ["sports" as const],
    withdrawnAt: null,
    expiresAt: new Date("2027-11-22T00:00:00Z"),
    isTextReplaced: false,
  };
  const past = new Date("2026-11-22T07:59:59Z");
  expect(consentStateOf(living, now)).toBe("active");
  expect(consentStateOf({ ...living, expiresAt: new Date("2026-12-22T08:00:00Z") }, now)).toBe(
    "ending",
  );
  expect(consentStateOf({ ...living, isTextReplaced: true }, now)).toBe("outdated");
  expect(consentStateOf({ ...living, isTextReplaced: true, expiresAt: past }, now)).toBe("expired");
  expect(consentStateOf({ ...living, expiresAt: past, withdrawnAt: past }, now)).toBe("withdrawn");
  expect(carriesNewFacts(living, "sports", now)).toBe(true);
  expect(carriesNewFacts(living, "food", now)).toBe(false);
  expect(carriesNewFacts({ ...living, isTextReplaced: true }, "sports", now)).toBe(false);
  expect(carriesNewFacts({ ...living, withdrawnAt: past }, "sports", now)).toBe(false);
});

test("a text is another text when its scope, purpose or words change, not when scopes change places", () => {
  const text = { scope: ["food", "birthday"] as const, purpose: "问候", words: "本人同意" };
  const same = consentTextAsOne({ ...text, scope: ["birthday", "food"], words: " 本人同意\n" });
  expect(consentTextAsOne(text)).toBe(same);
  expect(sortedScope(["food", "birthday", "food"])).toEqual(["birthday", "food"]);
  expect(consentTextAsOne({ ...text, scope: ["birthday"] })).not.toBe(same);
  expect(consentTextAsOne({ ...text, purpose: "营销" })).not.toBe(same);
  expect(consentTextAsOne({ ...text, words: "本人同意。" })).not.toBe(same);
});
