import type { HandoverStatus } from "./handover-kind.ts";

/** Hours from the start of a handover until its pack is to be accepted (capabilities L5). */
export const handoverHours = 24;

/** The instant at which a handover that starts now has to be accepted. */
export const handoverDueAt = (startedAt: Date): Date =>
  new Date(startedAt.getTime() + handoverHours * 3_600_000);

/**
 * 超时 Whether the clock has run out before acceptance. What was once seen overdue stays so until it is accepted or dropped,
 * also when a clock jumps back.
 */
export const isHandoverOverdue = (
  handover: {
    readonly status: HandoverStatus;
    readonly dueAt: Date;
    readonly overdueAt: Date | null;
  },
  now: Date,
): boolean =>
  handover.status === "open" &&
  (handover.overdueAt !== null || now.getTime() >= handover.dueAt.getTime());
