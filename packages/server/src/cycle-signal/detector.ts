import type {
  CycleSignalKind,
  SignalPlay,
  SignalSeverity,
} from "@mainstay/domain/signal/signal-kind";
import type { SignalRules } from "@mainstay/domain/signal-rule/signal-rules";
import { type RawBuilder, sql } from "kysely";

/**
 * What a detector looks at: some accounts (all for `null`) on some days by some rules. The round asks for one day; the preview
 * asks the same detector for every day of the past year, so that both say the same.
 */
export interface Watch {
  readonly tenantId: string;
  readonly accountIds: readonly string[] | null;
  readonly rules: SignalRules;
  /** Rows (on_day date, at timestamptz): each day with the instant it is looked at. */
  readonly days: RawBuilder<unknown>;
}

/** A row of a detector: what holds for an account on a day. `params` and `evidence` fill the signal's reason and rows. */
export interface DetectedRow {
  readonly on_day: string;
  readonly account_id: string;
  /** The day on which the newest fact came to be. */
  readonly news_on: string;
  readonly own_severity: SignalSeverity;
  readonly params: object;
  readonly evidence: object[];
}

/** Finds one kind of signal in dated rows, set-based: SQL with the columns of `DetectedRow`, a row an account and day. */
export interface Detector {
  readonly kind: CycleSignalKind;
  readonly play: SignalPlay;
  readonly rows: (watch: Watch) => RawBuilder<DetectedRow>;
}

/** Restricts a column to the accounts watched. */
export const isWatched = ({ accountIds }: Watch, column: string): RawBuilder<boolean> =>
  accountIds === null
    ? sql<boolean>`true`
    : sql<boolean>`${sql.ref(column)} = any(${[...accountIds]}::uuid[])`;

/** One evidence row as SQL; the keys are those of `SignalEvidence`. */
export const evidenceRow = (
  kind: string,
  columns: {
    on?: RawBuilder<unknown>;
    to?: RawBuilder<unknown>;
    amountMinor?: RawBuilder<unknown>;
    label?: RawBuilder<unknown>;
    number?: RawBuilder<unknown>;
    personId?: RawBuilder<unknown>;
  },
): RawBuilder<unknown> => {
  const none = sql`null`;
  const row = sql`jsonb_build_object('kind', ${kind}::text, 'on', ${columns.on ?? none},
    'amountMinor', ${columns.amountMinor ?? none}, 'label', ${columns.label ?? none}, 'number', ${columns.number ?? none})`;
  const to = columns.to ? sql` || jsonb_build_object('to', ${columns.to})` : sql``;
  const person = columns.personId
    ? sql` || jsonb_strip_nulls(jsonb_build_object('personId', ${columns.personId}))`
    : sql``;
  return sql`${row}${to}${person}`;
};
