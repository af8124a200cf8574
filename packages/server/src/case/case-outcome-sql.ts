import type { CaseOutcome } from "@mainstay/domain/case/case-outcome";
import { type RawBuilder, sql } from "kysely";

/** The rows behind a figure of the analyses, as a condition on `service_case c`; a test opens each figure and compares. */
export const outcomeIs = (outcome: CaseOutcome, now: Date): RawBuilder<boolean> => {
  const conditions: Readonly<Record<CaseOutcome, RawBuilder<boolean>>> = {
    replied_in_time: sql<boolean>`c.replied_at <= c.reply_due_at`,
    reply_judged: sql<boolean>`(c.replied_at is not null or (c.urgency_phase = 0 and c.reply_due_at < ${now}))`,
    solved_in_time: sql<boolean>`c.solved_at <= c.solve_due_at`,
    solve_judged: sql<boolean>`(c.solved_at is not null or (c.status = 'open' and c.solve_due_at < ${now}))`,
    reopened: sql<boolean>`c.reopened > 0`,
    satisfied: sql<boolean>`c.score >= 4`,
    unconfirmed: sql<boolean>`c.status = 'solved'`,
    was_solved: sql<boolean>`c.status in ('solved', 'closed')`,
  };
  return conditions[outcome];
};
