import type { IsoDay } from "../calendar/day-number.ts";

/** What a version asks for; its title and its customer stand beside it on the paper. */
export interface ChangeContentFacts {
  readonly scope: string;
  readonly feeMinor: number;
  readonly currency: string;
  readonly scheduleDays: number;
  readonly deliverOn: IsoDay | null;
}

/** Fields in which two versions can differ. */
export const changedFields = [
  "title",
  "scope",
  "feeMinor",
  "currency",
  "scheduleDays",
  "deliverOn",
] as const;
export type ChangedField = (typeof changedFields)[number];

type Titled = ChangeContentFacts & { readonly title: string };

/** 与上一版的差别 In which fields a version differs from the one before, in the order of the paper. */
export const changesBetween = (before: Titled, after: Titled): ChangedField[] =>
  changedFields.filter((field) => before[field] !== after[field]);

/**
 * The content as one text, the same for ever: what is hashed, printed and confirmed. Whoever holds the paper can write it down
 * again and find the same SHA-256.
 */
export const canonicalContent = (
  change: Titled & { readonly changeId: string; readonly number: number; readonly account: string },
): string =>
  JSON.stringify([
    "requirement-change/1",
    change.changeId,
    change.number,
    change.account,
    change.title,
    change.scope,
    change.feeMinor,
    change.currency,
    change.scheduleDays,
    change.deliverOn,
  ]);
