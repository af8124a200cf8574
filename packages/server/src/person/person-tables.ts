import type { MergeConflict, MergedThing } from "@mainstay/contract/person-merge";

/**
 * A table whose rows belong to a person. `key` tells its rows apart; `same` says when a row `g` of the record that goes and a
 * row `k` of the record that stays cannot both be there, and `gives` which of the two has to give way: `g` unless told.
 */
export interface PersonTable {
  readonly table: string;
  /** The column that names the person; `person_id` unless told. */
  readonly column?: string;
  readonly key: string;
  readonly thing?: MergedThing;
  readonly same?: string;
  readonly conflict?: MergeConflict;
  /** True of a pair when the row of the record that stays is the one that gives way. */
  readonly keptGivesWay?: string;
  /** Rows that belong to one user each and are seen by that user alone. */
  readonly isOfUsers?: true;
}

/**
 * Everything that moves when two records of one human being are put together, in the order in which it can be put back: what
 * others hang on first. A test holds this list against the foreign keys of the database, so that a new table cannot be
 * forgotten. Jobs and ties have rules of their own (merge-jobs, merge-ties).
 */
export const personTables: readonly PersonTable[] = [
  { table: "consent", key: "id::text", thing: "consents" },
  { table: "fact", key: "id::text", thing: "facts" },
  {
    table: "fact_prompt",
    key: "kind",
    thing: "prompts",
    same: "g.kind = k.kind",
    conflict: "same_prompt",
  },
  {
    table: "person_photo",
    key: "file_id::text",
    thing: "photo",
    same: "true",
    conflict: "both_photos",
  },
  {
    table: "buying_role",
    key: "id::text",
    thing: "roles",
    same: "g.account_id = k.account_id and g.project_id is not distinct from k.project_id",
    conflict: "same_role",
  },
  {
    table: "coach_test",
    key: "buying_role_id::text || ':' || test",
  },
  { table: "stance_assessment", key: "id::text", thing: "stances" },
  { table: "influence_assessment", key: "id::text", thing: "influences" },
  { table: "style_assessment", key: "id::text", thing: "styles" },
  {
    table: "pair_level",
    key: "id::text",
    thing: "pairLevels",
    same: "g.account_id = k.account_id and g.user_id = k.user_id",
    conflict: "same_pair_level",
    keptGivesWay: "g.noted_on > k.noted_on",
  },
  {
    table: "map_place",
    key: "id::text",
    same: "g.account_id = k.account_id and g.owner_user_id is not distinct from k.owner_user_id",
    conflict: "same_map_place",
    isOfUsers: true,
  },
  { table: "subject_request", key: "id::text" },
  { table: "approval", key: "id::text" },
  {
    table: "handover",
    key: "id::text",
    same: "g.account_id = k.account_id and g.status in ('open', 'accepted') and k.status in ('open', 'accepted')",
    conflict: "same_handover",
  },
  { table: "handover", column: "successor_person_id", key: "id::text" },
  { table: "obligation_move", column: "agreed_with_person_id", key: "id::text" },
  { table: "promise", key: "id::text" },
  { table: "promise_step", key: "id::text" },
  { table: "need", key: "id::text" },
  { table: "feedback_loop", key: "id::text" },
  { table: "survey_response", key: "id::text" },
  { table: "need_step", key: "id::text" },
  { table: "case_attachment", key: "id::text" },
  { table: "incoming_message", key: "id::text" },
  { table: "public_link", key: "id::text" },
  {
    table: "survey_invitation",
    key: "id::text",
    same: "g.round_id = k.round_id and g.account_id = k.account_id and g.case_id is not distinct from k.case_id",
    conflict: "same_survey_invitation",
  },
  {
    table: "survey_opt_out",
    key: "person_id::text",
    same: "true",
    conflict: "same_survey_opt_out",
  },
  { table: "customer_mail", key: "id::text" },
  { table: "case_link", key: "id::text", same: "g.case_id = k.case_id" },
  { table: "call_back", key: "id::text" },
  { table: "service_case", key: "id::text" },
  { table: "case_event", column: "by_person_id", key: "id::text" },
  { table: "case_pause", column: "agreed_by_person_id", key: "id::text" },
  {
    table: "requirement_change_confirmation",
    key: "change_id::text || ':' || number || ':' || side",
  },
];

/** Under which name the record of a merge keeps which rows moved. */
export const movedUnder = ({ table, column }: PersonTable): string =>
  column === undefined ? table : `${table}.${column}`;

/** Tables of results that go with the record that goes and are worked out anew in the next round of measures. */
export const recomputedTables: readonly string[] = ["relationship_step"];
