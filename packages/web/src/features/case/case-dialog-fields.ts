import { type CaseView, cases } from "@mainstay/contract/case";
import { pauseAskings } from "@mainstay/contract/pause-asking";
import type { CaseCause, CaseChannel, CaseLevel } from "@mainstay/domain/case/case-kind";
import type { AnyEndpoint } from "../../lib/call.ts";

export type CaseDialogName =
  | "solve"
  | "pause"
  | "askPause"
  | "transfer"
  | "assign"
  | "decline"
  | "level"
  | "escalate"
  | "duplicate";

/** What is filled in in any of the dialogs; each takes its own part. */
export interface CaseDraft {
  readonly words: string;
  readonly userId: string | null;
  readonly level: CaseLevel;
  readonly cause: CaseCause | null;
  /** Instants as ISO text. */
  readonly until: string | null;
  readonly agreedByPersonId: string | null;
  readonly agreedByName: string;
  readonly agreedVia: CaseChannel;
  readonly agreedAt: string | null;
  readonly ofCaseId: string | null;
}

export const emptyDraft = (
  view: Pick<CaseView, "level" | "person" | "cause">,
  now: string,
): CaseDraft => ({
  words: "",
  userId: null,
  level: view.level,
  cause: view.cause,
  until: null,
  agreedByPersonId: view.person?.id ?? null,
  agreedByName: "",
  agreedVia: "phone",
  agreedAt: now,
  ofCaseId: null,
});

interface Sent {
  readonly endpoint: AnyEndpoint;
  /** Null while something that is needed is missing. */
  readonly body: object | null;
}

/** What a dialog sends, once it is complete. A pause needs somebody of theirs who agreed, when and how. */
export const sentBy = (dialog: CaseDialogName, draft: CaseDraft): Sent => {
  const words = draft.words.trim();
  const reason = words === "" ? null : { reason: words };
  const to = <Body extends object>(endpoint: AnyEndpoint, body: Body | null | false): Sent => ({
    endpoint,
    body: body === false ? null : body,
  });
  switch (dialog) {
    case "solve":
      return to(
        cases.solve,
        words !== "" && draft.cause !== null && { solution: words, cause: draft.cause },
      );
    case "transfer":
      return to(
        cases.offerTransfer,
        reason !== null && draft.userId !== null && { toUserId: draft.userId, ...reason },
      );
    case "assign":
      return to(
        cases.assign,
        reason !== null && draft.userId !== null && { userId: draft.userId, ...reason },
      );
    case "level":
      return to(cases.changeLevel, reason && { level: draft.level, ...reason });
    case "escalate":
      return to(cases.escalate, reason);
    case "decline":
      return to(cases.declineTransfer, reason);
    case "duplicate":
      return to(cases.markDuplicate, draft.ofCaseId !== null && { ofCaseId: draft.ofCaseId });
    case "askPause":
      return to(
        pauseAskings.ask,
        words !== "" && draft.until !== null && { until: draft.until, words },
      );
    case "pause": {
      const { until, agreedAt, agreedVia, agreedByPersonId } = draft;
      const agreedByName = draft.agreedByName.trim();
      const isAgreed = agreedByPersonId !== null || agreedByName !== "";
      return to(
        cases.pause,
        reason !== null &&
          until !== null &&
          agreedAt !== null &&
          isAgreed && { until, ...reason, agreedByPersonId, agreedByName, agreedVia, agreedAt },
      );
    }
  }
};
