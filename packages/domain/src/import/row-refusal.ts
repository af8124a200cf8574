/**
 * Why one row of an import is not taken. Each code has words in both languages; parameters name the field, the
 * text found and, where it helps, the record it collides with.
 */
export const rowRefusals = [
  "empty_required",
  "not_a_number",
  "ambiguous_separator",
  "formula",
  "unknown_currency",
  "absurd_amount",
  "not_a_day",
  "impossible_day",
  "too_early",
  "too_late",
  "days_reversed",
  "value_unknown",
  "text_too_long",
  "text_unreadable",
  "rate_missing",
  "duplicate_in_file",
  "order_disagrees",
  "account_unknown",
  "anonymous_account",
  "name_ambiguous",
  "external_id_taken",
  "uscc_invalid",
  "uscc_taken",
  "parent_unknown",
  "parent_cycle",
  "user_unknown",
  "row_malformed",
  "job_overlaps",
  "person_restricted",
  "superior_unknown",
  "superior_cycle",
  "role_taken",
  "person_unknown",
  "person_ambiguous",
  "fact_unreadable",
  "fact_refused",
] as const;
export type RowRefusal = (typeof rowRefusals)[number];

/** A refused row: the place in the file and the reason as data, said in the reader's language later. */
export interface RefusedRow {
  readonly line: number;
  readonly code: RowRefusal;
  readonly params: Readonly<Record<string, string | number>>;
}
