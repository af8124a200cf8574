/**
 * The page of ours that a piece of news leads to: a case, a promise or an inspection itself, the room of its account where one is named, else the list
 * where it waits. Unknown kinds lead to Today.
 */
export const newsPath = (
  subjectKind: string,
  accountId: string | null,
  subjectId: string | null = null,
): string => {
  if (subjectKind === "case") return subjectId === null ? "/cases" : `/cases/${subjectId}`;
  if (subjectKind === "approval") return "/approvals";
  if (subjectKind === "promise")
    return subjectId === null ? "/promises" : `/promises?promise=${subjectId}`;
  if (subjectKind === "inspection")
    return subjectId === null ? "/voice/inspections" : `/voice/inspections/${subjectId}`;
  if (subjectKind === "feedback_loop") return "/voice/loops";
  if (accountId === null) return "/";
  const account = `/accounts/${accountId}`;
  return cycleSubjects.has(subjectKind) ? `${account}/cycle` : account;
};

const cycleSubjects = new Set(["obligation", "handover", "requirement_change"]);
