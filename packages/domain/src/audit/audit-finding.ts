/**
 * What a verification of the audit can find wrong: `changed` a row no longer fits its hash; `removed` a chained row is
 * gone; `link_missing` a link of the chain is gone; `added` a row stands outside the chain; `cut` the chain ends before a
 * head that was noted earlier; `rewritten` at a head noted earlier the chain has another hash.
 */
export const auditFindingKinds = [
  "changed",
  "removed",
  "link_missing",
  "added",
  "cut",
  "rewritten",
] as const;
export type AuditFindingKind = (typeof auditFindingKinds)[number];

/** One thing found wrong, with its place: the link's number in the chain, the row's instant, id and act where known. */
export interface AuditFinding {
  readonly kind: AuditFindingKind;
  readonly sequence: number | null;
  readonly at: string | null;
  readonly auditId: string | null;
  readonly act: string | null;
}

/** More are counted, not named: where one row was changed the first place is what matters. */
export const findingsNamedAtMost = 20;
