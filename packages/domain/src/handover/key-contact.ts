import type { Grade } from "../account/grade.ts";
import type { Segment } from "../account/segment.ts";
import type { JobEnding } from "../person/job-ending.ts";

/** What is known of the weight a contact had at the account they leave. */
export interface ContactWeight {
  readonly hasBuyingRole: boolean;
  /** 1–5; null when nobody judged it. */
  readonly influence: number | null;
  /** True when nobody else who works there has been in contact with us within twelve months. */
  readonly isOnlyThread: boolean;
  readonly twoWayContactsIn12Months: number;
}

/** How much we care for the account. */
export interface AccountCare {
  readonly hasManager: boolean;
  readonly segment: Segment | null;
  readonly grade: Grade | null;
  readonly isInProgramme: boolean;
  readonly hasStage: boolean;
}

const weightyInfluence = 3;

/** 关键联系人 Whose leaving hurts: a buying role, influence from 3 on, our only thread, or a two-way contact within twelve months. */
export const isKeyContact = (contact: ContactWeight): boolean =>
  contact.hasBuyingRole ||
  (contact.influence ?? 0) >= weightyInfluence ||
  contact.isOnlyThread ||
  contact.twoWayContactsIn12Months >= 1;

/** 重点照护 An account with a manager of its own that is worth it: by segment, by grade, by programme or by stage. */
export const isCaredFor = (account: AccountCare): boolean =>
  account.hasManager &&
  (account.segment === "core" ||
    account.segment === "high_potential" ||
    account.grade === "strategic" ||
    account.grade === "key" ||
    account.isInProgramme ||
    account.hasStage);

/**
 * 联系人离任后做什么 What the leaving of a contact sets off: a 24-hour handover for a key contact of an account that is cared
 * for, a task to find the successor for one of another account, nothing for anybody else or for a job that never was.
 */
export const answerToLeaving = (
  contact: ContactWeight,
  account: AccountCare,
  because: JobEnding,
): "handover" | "task" | "nothing" => {
  if (because === "entered_by_mistake" || !isKeyContact(contact)) return "nothing";
  return isCaredFor(account) ? "handover" : "task";
};
