import { linearScore } from "./health-input.ts";

/** What fell due in the last twelve months or is still open, disputed invoices left out. */
export interface PaymentFacts {
  readonly invoices: number;
  /** Σ(amount × days overdue) ÷ Σ amount; days are counted until paid, else until the day of judgement. */
  readonly overdueDays: number | null;
}

/** Payment 付款: 100 when nothing is overdue, 0 at 60 amount-weighted days or more (formulas § 7). */
export const paymentScore = ({ invoices, overdueDays }: PaymentFacts): number | null =>
  invoices === 0 || overdueDays === null ? null : linearScore(overdueDays, 60, 0);
