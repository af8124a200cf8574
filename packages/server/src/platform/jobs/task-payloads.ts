/**
 * Every background task and what it is told: ids only, because the job reads the present state when it runs. A noun
 * that brings a task adds its line here and its handler in `<noun>-jobs.ts`.
 */
export interface TaskPayloads {
  /** Judge every account of the workspace anew. */
  evaluate_portfolio: {
    tenantId: string;
    trigger: "import" | "nightly" | "demand" | "policy" | "change";
  };
  /** Judge a few accounts anew with what the last full round fitted. */
  evaluate_accounts: { tenantId: string; accountIds: readonly string[] };
  /** Measure the relationships of a few accounts anew: support, coverage, threads, red flags. */
  measure_relationships: { tenantId: string; accountIds: readonly string[] };
  /** Measure the relationships of every account and, once a week, keep a snapshot. */
  measure_portfolio_relationships: { tenantId: string };
  /** Obligations, the cycle's signals and health of a few accounts anew. */
  run_cycle: { tenantId: string; accountIds: readonly string[] };
  /** The same for every account. */
  run_portfolio_cycle: { tenantId: string };
  /** Tell the morning's news where it is due, write the mail that is due and order what waits to be sent. */
  compose_digests: { tenantId: string };
  /** Open and close rounds of surveys, write what is due of their invitations and reminders. */
  run_surveys: { tenantId: string };
  /** Decide by lot whether the customer of a closed case is asked about it. */
  ask_after_case: { tenantId: string; caseId: string };
  /** Send the mail that waits. */
  send_mail: { tenantId: string };
  /** Send what waits for one group robot, in one message. */
  deliver_robot_message: { tenantId: string; robotId: string };
  /** Note that the clock of a handover has run out before acceptance, once, and tell who oversees the account. */
  note_overdue_handover: { tenantId: string; handoverId: string };
  /** Look at one case whose clock, step of the ladder or pause is due. */
  watch_case: { tenantId: string; caseId: string };
  /** Look at every case of the workspace that is due, in case an order was lost. */
  watch_cases: { tenantId: string };
  /** Bring the sums of cases by day up to date. */
  sum_case_days: { tenantId: string };
  /** Note that nobody spoke with a dissatisfied customer in time, once, and tell owner and overseers. */
  note_overdue_loop: { tenantId: string; loopId: string };
  /** Remind a customer who has not said whether a solution holds. */
  remind_confirmation: { tenantId: string; caseId: string };
  /** Remind of approvals that are due, and end those whose time ran out unused. */
  remind_approvals: { tenantId: string };
  /** Restate base amounts after an exchange rate changed; all currencies when none is named. */
  revalue_trade: { tenantId: string; currency?: string };
  /** Fill an empty workspace with the generated demo portfolio. */
  generate_demo_portfolio: { tenantId: string; userId: string };
  /** Check every row of an uploaded file without saving anything. */
  check_import: { tenantId: string; importId: string };
  /** Take the good rows of an import over; goes on where it stood after a crash. */
  commit_import: { tenantId: string; importId: string };
  /** Take back what an import brought. */
  undo_import: { tenantId: string; importId: string };
  /** Recompute the audit's chain of hashes and raise it when something does not fit. */
  verify_audit: { tenantId: string };
  /** Delete facts and photos past their end, and those whose consent is over. */
  end_expired_facts: { tenantId: string };
  /** Remove expired sessions, links and idempotency keys of one workspace. */
  sweep_expired: { tenantId: string };
  /** Read what is new in the mailbox customers write to, and order the next look. */
  read_mailbox: { tenantId: string };
  /** Delete messages that were sorted a month ago. */
  forget_sorted_messages: { tenantId: string };
  /** Delete what rests on consents that have run out, with receipts. */
  end_expired_consents: { tenantId: string };
}

export type TaskName = keyof TaskPayloads;
