import type { TodayItem, TodayView } from "@mainstay/contract/today";
import type { DayView } from "@mainstay/contract/day";
import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { type TodayRank, rankTodayItem } from "@mainstay/domain/today/rank-today-item";
import { type TodayItemKind, todayItemKinds } from "@mainstay/domain/today/today-item";
import { listWaiting } from "../approval/list-approvals.ts";
import type { ApprovalRecord } from "../approval/approval-record.ts";
import { readUpcomingDays } from "../day/upcoming-days.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { findDesk, listTodayCandidates, type TodayCandidate } from "./today-candidates.ts";
import { readItems } from "./today-views.ts";

interface Asked {
  readonly whose: TodayView["whose"];
  readonly show?: readonly TodayItemKind[] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** What is behind a rank: a candidate of the database, an approval or a day. */
export type TodaySource =
  | { readonly from: "candidate"; readonly candidate: TodayCandidate }
  | { readonly from: "approval"; readonly record: ApprovalRecord }
  | { readonly from: "day"; readonly day: DayView };

export interface RankedSource extends TodayRank {
  readonly key: string;
  readonly dueInDays: number | null;
  readonly hoursLeft: number | null;
  readonly moneyMinor: number;
  readonly source: TodaySource;
}

const quiet = { severity: null, dueInDays: null, hoursLeft: null, moneyMinor: 0 } as const;

const rankCandidate = (candidate: TodayCandidate): RankedSource => ({
  ...rankTodayItem(candidate),
  key: `${candidate.kind}:${candidate.id}`,
  dueInDays: candidate.dueInDays,
  hoursLeft: candidate.hoursLeft,
  moneyMinor: candidate.moneyMinor,
  source: { from: "candidate", candidate },
});

const rankApproval = (record: ApprovalRecord, today: number): RankedSource => {
  const dueInDays = (dayNumberFromIso(record.due_on) ?? today) - today;
  const facts = { ...quiet, dueInDays, moneyMinor: record.amount_minor ?? 0 };
  return {
    ...rankTodayItem({ kind: "approval", ...facts }),
    ...facts,
    key: `approval:${record.id}`,
    source: { from: "approval", record },
  };
};

const rankDay = (day: DayView): RankedSource => ({
  ...rankTodayItem({ kind: "day", ...quiet, dueInDays: day.daysAway }),
  ...quiet,
  dueInDays: day.daysAway,
  key: `day:${day.key}`,
  source: { from: "day", day },
});

/** Several signals of one account stand as one item, by the weightiest. */
const oneAnAccount = (ranked: readonly RankedSource[]): RankedSource[] => {
  const best = new Map<string, RankedSource>();
  for (const one of ranked) {
    const isSignal = one.source.from === "candidate" && one.source.candidate.kind === "signal";
    const key = isSignal
      ? `signal of ${(one.source as { candidate: TodayCandidate }).candidate.accountId}`
      : one.key;
    const present = best.get(key);
    if (!present || one.score > present.score) best.set(key, one);
  }
  return [...best.values()];
};

/** How many days ahead a birthday or an anniversary is on the list; more stand beside it. */
const daysAhead = 7;

const listDays = async (db: Db, context: Context, whose: Asked["whose"]): Promise<DayView[]> => {
  const from = dayNumberFromIso(context.today) ?? 0;
  return readUpcomingDays(db, {
    tenantId: context.tenantId,
    managerUserId: whose === "me" || whose === "all" ? context.actor.userId : whose,
    today: context.today,
    from,
    to: from + daysAhead - 1,
    kinds: ["birthday", "work_anniversary", "cooperation_anniversary"],
  });
};

const mark = "today.rank";
const byRank = (a: RankedSource, b: RankedSource) =>
  b.score - a.score || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** Where a page ended: the score, nine places, and the item's key; days have no id, so the key carries both. */
const positionOf = (one: RankedSource): string => `${one.score.toFixed(9)} ${one.key}`;
const noId = "00000000-0000-0000-0000-000000000000";

/** Whether the item stands after the one a page ended with. */
const isAfter = (one: RankedSource, ended: string) => {
  const [score, key] = [ended.slice(0, 11), ended.slice(12)];
  const own = one.score.toFixed(9);
  return own < score || (own === score && one.key > key);
};

/** One page of what needs somebody, the most urgent first, and how many of each kind there are. */
export const listTodayItems = async (
  db: Db,
  context: Context,
  { whose, show, cursor, limit }: Asked,
): Promise<Pick<TodayView, "items" | "nextCursor" | "counts">> => {
  const kinds = show?.length ? show : todayItemKinds;
  const { userId } = context.actor;
  const desk =
    whose === "all" ? null : await findDesk(db, context, whose === "me" ? userId : whose);
  const isOwnDesk = whose === "me" || whose === "all";
  const today = dayNumberFromIso(context.today) ?? 0;
  const asker = { actor: context.actor, tenantId: context.tenantId, today: context.today };
  const approvals = isOwnDesk ? await listWaiting(db, asker) : [];
  const days = await listDays(db, context, whose);
  const { found, counts, late } = await listTodayCandidates(db, context, desk);
  const ranked = found.filter(({ kind }) => kinds.includes(kind)).map(rankCandidate);
  if (kinds.includes("approval"))
    ranked.push(...approvals.map((record) => rankApproval(record, today)));
  if (kinds.includes("day")) ranked.push(...days.map(rankDay));
  const after = readCursor(cursor, mark);
  const rest = oneAnAccount(ranked)
    .toSorted(byRank)
    .filter((one) => after === null || isAfter(one, after.key));
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const items: TodayItem[] = await readItems(db, context, page);
  return {
    items,
    nextCursor:
      rest.length > limit && last ? writeCursor(mark, { key: positionOf(last), id: noId }) : null,
    counts: {
      ...counts,
      approval: approvals.length,
      day: days.length,
      overdue: late + approvals.filter(({ due_on }) => due_on < context.today).length,
    },
  };
};
