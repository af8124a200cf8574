import type { AuditAuthor } from "../platform/audit/record-audit.ts";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";

/** On whose behalf a round is worked on: somebody of ours, or the product itself. */
export interface SurveyAuthor extends AuditAuthor {
  readonly now: Date;
  readonly today: IsoDay;
}
