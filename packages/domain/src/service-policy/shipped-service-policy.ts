import type { InteractionKind } from "../interaction/interaction-kind.ts";
import type { ServicePolicy } from "./service-terms.ts";

/** 面对面: contacts at which people sit in one room. */
export const faceToFaceKinds = [
  "visit",
  "meeting",
  "meal",
  "executive_meeting",
] as const satisfies readonly InteractionKind[];

/**
 * The policy in force until a workspace publishes its own (capabilities L3, A5; clocks of formulas "Other"): core monthly
 * face to face, high potential a quarterly review, maintain half-yearly, develop case-led; strategic under an executive's
 * own care, key with a team of two, base with a named adviser. Money is left to the workspace.
 */
export const shippedServicePolicy: ServicePolicy = {
  version: 0,
  effectiveFrom: null,
  lines: {
    "segment:core": { duties: { visit: { every: "month", contactKinds: faceToFaceKinds } } },
    "segment:high_potential": {
      duties: {
        review: { every: "quarter", contactKinds: ["visit", "meeting", "executive_meeting"] },
      },
    },
    "segment:maintain": {
      duties: { visit: { every: "half_year", contactKinds: [...faceToFaceKinds, "call"] } },
    },
    "segment:develop": { duties: { visit: { every: "case", contactKinds: faceToFaceKinds } } },
    "grade:strategic": {
      duties: {
        executive_meeting: { every: "half_year", contactKinds: ["executive_meeting"] },
        value_report: { every: "quarter", contactKinds: [] },
      },
      seats: ["manager", "sponsor"],
      greenChannelHours: 1,
      serviceMode: "executive_direct",
    },
    "grade:key": { seats: ["manager", "backup"], serviceMode: "two_person_team" },
    "grade:base": { seats: ["manager"], serviceMode: "named_adviser" },
    default: { replyHours: 24, solveHours: 48 },
  },
};
