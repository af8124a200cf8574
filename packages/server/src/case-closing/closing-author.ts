import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { AuditAuthor } from "../platform/audit/record-audit.ts";

/** Whoever's act it is, and when: a request's context, a customer by their link, or the product by its clock. */
export interface ClosingAuthor extends AuditAuthor {
  readonly now: Date;
  readonly today: IsoDay;
}
