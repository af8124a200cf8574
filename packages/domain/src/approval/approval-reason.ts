import type { Grade } from "../account/grade.ts";
import type { Segment } from "../account/segment.ts";
import type { MoneyAmount } from "../evaluation/evaluation-reason.ts";
import type { IsoDay } from "../calendar/day-number.ts";
import type { GiftKind } from "./gift-kind.ts";

/** Why something waits for a second person, as data; the words are in phrases. Never a fact about a person. */
export interface ApprovalReasons {
  "approval.segment_move": { from: Segment | null; to: Segment };
  /** `score` is the weighted scorecard, 0–100; `members` how many are in the programme without this one. */
  "approval.programme_entry": { score: number; members: number; cap: number; grade: Grade | null };
  /** The programme is full: the named approver allows one more than its cap, for the reason in the note. */
  "approval.programme_beyond_cap": { score: number; members: number; cap: number };
  "approval.programme_exit": { since: IsoDay | null; score: number };
  /** What is offered to keep the customer (a kind of rescue offer), and what is at stake. */
  "approval.rescue_offer": { offer: string; stake: MoneyAmount | null };
  "approval.discount": { percent: number | null; cost: MoneyAmount | null };
  /** `count` and `total` are this recipient's of the last twelve months, without this one. */
  "approval.gift": {
    giftKind: GiftKind;
    value: MoneyAmount;
    why:
      | "within_limit"
      | "above_own_limit"
      | "above_line_limit"
      | "public_sector"
      | "kind"
      | "count";
    count: number;
    total: MoneyAmount;
  };
  "approval.export": { what: "accounts" | "people" | "cases"; rows: number; limit: number };
  "approval.sensitive_access": { days: number };
}
export type ApprovalReasonCode = keyof ApprovalReasons;

/** One reason: a code and its parameters. */
export type ApprovalReason = {
  [Code in ApprovalReasonCode]: { code: Code; params: ApprovalReasons[Code] };
}[ApprovalReasonCode];
