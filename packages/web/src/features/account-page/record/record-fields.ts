import type { AccountDraft, AccountView } from "@mainstay/contract/account";

export type FieldKind =
  | "text"
  | "day"
  | "user"
  | "kinds"
  | "money"
  | "days"
  | "currency"
  | "percent";

/** One fact of the record: how it is named, read from the record, and written back. */
export interface RecordField {
  readonly name:
    | "name"
    | "shortName"
    | "externalId"
    | "uscc"
    | "kinds"
    | "industry"
    | "region"
    | "country"
    | "size"
    | "manager"
    | "backup"
    | "sponsor"
    | "contractStartOn"
    | "contractEndOn"
    | "creditLimit"
    | "paymentTerms"
    | "currency"
    | "ownership";
  readonly kind: FieldKind;
  readonly draftKey: keyof AccountDraft;
  readonly read: (account: AccountView) => FieldValue;
  /** Shown before the reader asks for the whole record. */
  readonly isFirst?: true;
  readonly isRequired?: true;
}

export type FieldValue = string | number | readonly string[] | null;

const field = (
  name: RecordField["name"],
  kind: FieldKind,
  draftKey: keyof AccountDraft,
  read: RecordField["read"],
  more: Pick<RecordField, "isFirst" | "isRequired"> = {},
): RecordField => ({ name, kind, draftKey, read, ...more });

const first = { isFirst: true } as const;

/** The record in the order people ask for it. */
export const recordFields: readonly RecordField[] = [
  field("name", "text", "name", (a) => a.name, { isFirst: true, isRequired: true }),
  field("manager", "user", "managerUserId", (a) => a.manager?.id ?? null, first),
  field("backup", "user", "backupUserId", (a) => a.backup?.id ?? null, first),
  field("sponsor", "user", "sponsorUserId", (a) => a.sponsor?.id ?? null, first),
  field("industry", "text", "industry", (a) => a.industry, first),
  field("region", "text", "region", (a) => a.region, first),
  field("kinds", "kinds", "kinds", (a) => a.kinds, first),
  field("contractEndOn", "day", "contractEndOn", (a) => a.contractEndOn, first),
  field("contractStartOn", "day", "contractStartOn", (a) => a.contractStartOn),
  field("shortName", "text", "shortName", (a) => a.shortName),
  field("externalId", "text", "externalId", (a) => a.externalId),
  field("uscc", "text", "uscc", (a) => a.uscc),
  field("country", "text", "country", (a) => a.country),
  field("size", "text", "size", (a) => a.size),
  field("creditLimit", "money", "creditLimitMinor", (a) => a.creditLimitMinor),
  field("paymentTerms", "days", "paymentTermsDays", (a) => a.paymentTermsDays),
  field("currency", "currency", "currency", (a) => a.currency),
  field("ownership", "percent", "ownershipPercent", (a) => a.ownershipPercent),
];

/** What an editor gives back, tidied: ends trimmed, emptiness as null. */
export const tidyValue = (value: FieldValue): FieldValue =>
  typeof value === "string" ? (value.trim() === "" ? null : value.trim()) : value;

export const isSameValue = (a: FieldValue, b: FieldValue): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
