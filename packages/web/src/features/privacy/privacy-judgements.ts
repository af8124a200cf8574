import type { PrivacyOverview } from "@mainstay/contract/privacy";

export const privacyTabs = [
  "requests",
  "consents",
  "notice",
  "assessments",
  "incidents",
  "records",
] as const;
export type PrivacyTab = (typeof privacyTabs)[number];

/** One thing compliance has to look at: how grave, which words, where it is handled. */
export interface PrivacyJudgement {
  readonly severity: "critical" | "act" | "watch";
  readonly words:
    | "overdue"
    | "open"
    | "lacking"
    | "ending"
    | "outdated"
    | "noNotice"
    | "noticeOutdated"
    | "incidents"
    | "drafts"
    | "restricted"
    | "auditBroken"
    | "auditNever";
  readonly count: number;
  readonly on?: string;
  readonly names?: readonly string[];
  readonly tab: PrivacyTab | "audit" | "person";
  readonly personId?: string;
}

const namesOf = (people: readonly { name: string }[]) => people.map(({ name }) => name);

/** What the overview says, the gravest first; nothing when all is well. */
export const judgePrivacy = (overview: PrivacyOverview): PrivacyJudgement[] => {
  const { notice } = overview;
  const all: (PrivacyJudgement | false)[] = [
    overview.isAuditIntact === false && {
      severity: "critical",
      words: "auditBroken",
      count: 1,
      tab: "audit",
      ...(overview.auditCheckedAt && { on: overview.auditCheckedAt }),
    },
    overview.openIncidents > 0 && {
      severity: "critical",
      words: "incidents",
      count: overview.openIncidents,
      tab: "incidents",
    },
    overview.overdueRequests > 0 && {
      severity: "critical",
      words: "overdue",
      count: overview.overdueRequests,
      tab: "requests",
    },
    overview.factsWithoutBasis > 0 && {
      severity: "act",
      words: "lacking",
      count: overview.factsWithoutBasis,
      names: namesOf(overview.personsWithoutBasis),
      tab: "person",
      ...(overview.personsWithoutBasis[0] && { personId: overview.personsWithoutBasis[0].id }),
    },
    notice.version === null && { severity: "act", words: "noNotice", count: 1, tab: "notice" },
    notice.isOutdated && { severity: "act", words: "noticeOutdated", count: 1, tab: "notice" },
    overview.draftAssessments > 0 && {
      severity: "watch",
      words: "drafts",
      count: overview.draftAssessments,
      tab: "assessments",
    },
    overview.openRequests > overview.overdueRequests && {
      severity: "watch",
      words: "open",
      count: overview.openRequests - overview.overdueRequests,
      tab: "requests",
      ...(overview.nextDueOn && { on: overview.nextDueOn }),
    },
    overview.endingConsentCount > 0 && {
      severity: "watch",
      words: "ending",
      count: overview.endingConsentCount,
      tab: "consents",
    },
    overview.outdatedConsents > 0 && {
      severity: "watch",
      words: "outdated",
      count: overview.outdatedConsents,
      tab: "consents",
    },
    overview.restrictedPersons.length > 0 && {
      severity: "watch",
      words: "restricted",
      count: overview.restrictedPersons.length,
      names: namesOf(overview.restrictedPersons),
      tab: "person",
      ...(overview.restrictedPersons[0] && { personId: overview.restrictedPersons[0].id }),
    },
    overview.isAuditIntact === null && {
      severity: "watch",
      words: "auditNever",
      count: 1,
      tab: "audit",
    },
  ];
  return all.filter((one) => one !== false);
};
