import type { Locale } from "../locale.ts";
import { packetWordsEn } from "./packet-words-en.ts";
import { packetWordsZh } from "./packet-words-zh.ts";

type Words = Readonly<Record<string, string>>;

/** The set phrases of the copy a person gets of everything held about them. */
export interface PacketWords {
  readonly title: (name: string) => string;
  readonly fileName: string;
  readonly made: (handler: string, by: string, at: string) => string;
  readonly opening: string;
  readonly confidential: string;
  readonly nothing: string;
  readonly entry: (number: number) => string;
  readonly somebody: string;
  readonly yes: string;
  readonly no: string;
  readonly section: Readonly<
    Record<
      | "identity"
      | "positions"
      | "facts"
      | "prompts"
      | "consents"
      | "evidence"
      | "photo"
      | "roles"
      | "coachTests"
      | "stance"
      | "influence"
      | "style"
      | "pairLevels"
      | "ties"
      | "mapPlaces"
      | "interactions"
      | "scores"
      | "handovers"
      | "confirmations"
      | "agreedMoves"
      | "cases"
      | "callBacks"
      | "surveyInvitations"
      | "surveyOptOuts"
      | "customerMails"
      | "caseFiles"
      | "feedbackLoops"
      | "incomingMessages"
      | "publicLinks"
      | "caseLinks"
      | "surveyAnswers"
      | "needs"
      | "promises"
      | "approvals"
      | "requests"
      | "receipts"
      | "merges"
      | "looks",
      string
    >
  >;
  readonly field: Words;
  readonly counted: Words;
  readonly tieKind: Words;
  readonly direction: Words;
  readonly coachTest: Words;
  readonly promptState: Words;
  readonly endedBecause: Words;
  readonly handoverRole: Words;
  readonly handoverStatus: Words;
  readonly approvalKind: Words;
  readonly approvalStatus: Words;
  readonly linkPurpose: Words;
  readonly nextStep: Words;
  readonly withdrawnVia: Words;
  readonly act: Words;
}

export const packetWords: Record<Locale, PacketWords> = {
  "zh-CN": packetWordsZh,
  en: packetWordsEn,
};
