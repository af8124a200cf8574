import { expect, test } from "vitest";
import type { Actor } from "../access/actor.ts";
import { assessmentAbilities, unansweredParts } from "./impact-assessment.ts";
import { closingFault, incidentAbilities, incidentStatusAfter } from "./incident.ts";
import { subjectRequestAbilities } from "./subject-request-policy.ts";

const compliance: Actor = {
  userId: "c",
  tenantId: "t",
  role: "compliance",
  visibility: "all",
  teamUserIds: [],
  factClasses: ["B", "P", "S"],
  scopes: null,
};
const director: Actor = { ...compliance, userId: "d", role: "director" };

test("nothing is carried out before the identity is checked, nor on a person nobody named", () => {
  const request = { kind: "erase", status: "open", hasPerson: true } as const;
  expect(subjectRequestAbilities(compliance, request)).toEqual({
    checkIdentity: true,
    carryOut: false,
    refuse: true,
  });
  const checked = { ...request, status: "identity_checked" } as const;
  expect(subjectRequestAbilities(compliance, checked).carryOut).toBe(true);
  expect(subjectRequestAbilities(compliance, { ...checked, hasPerson: false }).carryOut).toBe(
    false,
  );
  const asked = { ...checked, kind: "explain", hasPerson: false } as const;
  expect(subjectRequestAbilities(compliance, asked).carryOut).toBe(true);
  for (const one of [request, checked]) {
    expect(Object.values(subjectRequestAbilities(director, one))).not.toContain(true);
  }
  for (const status of ["done", "refused"] as const) {
    const over = subjectRequestAbilities(compliance, { ...request, status });
    expect(Object.values(over)).not.toContain(true);
  }
});

test("nobody approves their own assessment while a colleague could", () => {
  const draft = { status: "draft", assessedBy: "c", keepUntil: null } as const;
  expect(assessmentAbilities(compliance, draft, 1, "2026-11-22").decide).toBe(false);
  expect(assessmentAbilities(compliance, draft, 0, "2026-11-22").decide).toBe(true);
  const theirs = { ...draft, assessedBy: "x" };
  expect(assessmentAbilities(compliance, theirs, 1, "2026-11-22").decide).toBe(true);
  expect(assessmentAbilities(director, theirs, 1, "2026-11-22").decide).toBe(false);
  expect(unansweredParts({ purpose: "x", necessity: " ", impact: "x", measures: "" })).toEqual([
    "necessity",
    "measures",
  ]);
});

test("an assessment is kept to the last day of its time; one in force always", () => {
  const ended = { status: "ended", assessedBy: "x", keepUntil: "2026-11-22" } as const;
  expect(assessmentAbilities(compliance, ended, 0, "2026-11-22").remove).toBe(false);
  expect(assessmentAbilities(compliance, ended, 0, "2026-11-23").remove).toBe(true);
  const approved = { ...ended, status: "approved" } as const;
  expect(assessmentAbilities(compliance, approved, 0, "2026-11-23").remove).toBe(false);
});

test("an incident closes when authority and persons know, or when it is written why the persons need not", () => {
  const told = new Date();
  const fresh = {
    status: "open",
    authorityNotifiedAt: null,
    personsNotifiedAt: null,
    noNoticeBecause: null,
  } as const;
  expect(closingFault(fresh)).toBe("authority_not_notified");
  expect(closingFault({ ...fresh, authorityNotifiedAt: told })).toBe("persons_not_notified");
  expect(
    closingFault({ ...fresh, authorityNotifiedAt: told, noNoticeBecause: "已远程擦除" }),
  ).toBeNull();
  expect(closingFault({ ...fresh, authorityNotifiedAt: told, personsNotifiedAt: told })).toBeNull();
  expect(incidentAbilities(compliance, fresh).notifyAuthority).toBe(true);
  expect(incidentAbilities(director, fresh).edit).toBe(false);
  const over = incidentAbilities(compliance, { ...fresh, status: "closed" });
  expect(Object.values(over)).not.toContain(true);
  expect(incidentStatusAfter({ authority: true, persons: false })).toBe("authority_notified");
  expect(incidentStatusAfter({ authority: false, persons: true })).toBe("persons_notified");
  expect(incidentStatusAfter({ authority: false, persons: false })).toBe("open");
});
