import type { QuickLogDraft } from "@mainstay/contract/quick-log";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { CalendarEntryKind } from "@mainstay/domain/calendar-entry/calendar-entry-kind";
import type {
  InteractionKind,
  InteractionMood,
} from "@mainstay/domain/interaction/interaction-kind";
import type {
  DirectoryAccount,
  Named,
  QuickLogReading,
  QuickLogSort,
} from "@mainstay/domain/quick-log/quick-log-reading";

export interface Step {
  readonly title: string;
  readonly dueOn: IsoDay | null;
}

/** What the writer corrected in what was read; a field that is left out stands as it was read. */
export interface Corrections {
  readonly sort?: QuickLogSort;
  readonly accountId?: string | null;
  /** Who is meant by words that fit several; null is none of them. */
  readonly chosen?: Readonly<Record<string, string | null>>;
  /** Everybody who was there, instead of whoever was read. */
  readonly personIds?: readonly string[];
  readonly day?: IsoDay;
  readonly kind?: InteractionKind;
  readonly isTwoWay?: boolean;
  readonly mood?: InteractionMood | null;
  readonly topic?: string;
  readonly steps?: readonly Step[];
}

export type MissingPiece =
  | "chooseFirst"
  | "choosePerson"
  | "chooseKind"
  | "chooseDay"
  | "nothingToDo";

/** A line as it stands in the confirm card. */
export interface Confirmed {
  readonly sort: QuickLogSort;
  readonly accountId: string | null;
  /** Accounts to choose from while none is certain. */
  readonly accountChoices: readonly string[];
  readonly personIds: readonly string[];
  /** Words that fit several people of whom nobody was chosen. */
  readonly open: readonly Named[];
  readonly unknown: readonly string[];
  readonly day: IsoDay | null;
  readonly isDayAssumed: boolean;
  readonly kind: InteractionKind | null;
  readonly isTwoWay: boolean;
  readonly mood: InteractionMood | null;
  readonly topic: string | null;
  readonly steps: readonly Step[];
  readonly missing: MissingPiece | null;
}

interface Surroundings {
  readonly line: string;
  readonly today: IsoDay;
  readonly accounts: readonly DirectoryAccount[];
  readonly pageAccountId?: string;
}

const accountOf = (
  reading: QuickLogReading,
  fixes: Corrections,
  { pageAccountId }: Surroundings,
) => {
  if (fixes.accountId !== undefined) return fixes.accountId;
  const [first, second] = reading.account?.ids ?? [];
  if (first !== undefined && second === undefined) return first;
  return pageAccountId ?? null;
};

const whoIsMeant = (
  reading: QuickLogReading,
  fixes: Corrections,
  accountId: string | null,
  accounts: readonly DirectoryAccount[],
) => {
  const there = new Set(accounts.find(({ id }) => id === accountId)?.people.map(({ id }) => id));
  const named = reading.people.map((one) => ({
    ...one,
    ids: accountId === null ? one.ids : one.ids.filter((id) => there.has(id)),
  }));
  const choiceOf = ({ words, ids }: Named) => {
    const chosen = fixes.chosen?.[words];
    if (chosen === null) return null;
    return chosen !== undefined && ids.includes(chosen) ? chosen : undefined;
  };
  const open = named.filter((one) => one.ids.length > 1 && choiceOf(one) === undefined);
  const certain = named.flatMap((one) => {
    if (one.ids.length > 1) return choiceOf(one) ?? [];
    return choiceOf(one) === null ? [] : one.ids;
  });
  return {
    open: fixes.personIds ? [] : open,
    unknown:
      fixes.personIds || accountId === null
        ? []
        : named.filter(({ ids }) => ids.length === 0).map(({ words }) => words),
    personIds: [...new Set(fixes.personIds ?? certain)],
  };
};

const dayOf = (reading: QuickLogReading, fixes: Corrections, sort: QuickLogSort, today: IsoDay) => {
  const said = fixes.day ?? reading.occurredOn?.value ?? null;
  if (sort === "plan") return said !== null && said >= today ? said : null;
  return said === null || said > today ? today : said;
};

/** Puts together what was read and what was corrected, and says what is still missing before it can be saved. */
export const confirm = (
  reading: QuickLogReading,
  fixes: Corrections,
  around: Surroundings,
): Confirmed => {
  const sort = fixes.sort ?? reading.sort;
  const accountId = accountOf(reading, fixes, around);
  const { open, unknown, personIds } = whoIsMeant(reading, fixes, accountId, around.accounts);
  const read = reading.nextSteps.map(({ title, dueOn }) => ({ title, dueOn }));
  const alone =
    sort === "steps" && read.length === 0
      ? [{ title: around.line.trim().slice(0, 300), dueOn: null }]
      : read;
  const steps = (fixes.steps ?? alone).filter(({ title }) => title.trim() !== "");
  const day = dayOf(reading, fixes, sort, around.today);
  const kind = fixes.kind ?? reading.kind?.value ?? null;
  const missing = (): MissingPiece | null => {
    if (accountId === null) return "chooseFirst";
    if (sort === "contact" && open.length > 0) return "choosePerson";
    if (sort === "contact" && kind === null) return "chooseKind";
    if (sort === "plan" && day === null) return "chooseDay";
    return sort === "steps" && steps.length === 0 ? "nothingToDo" : null;
  };
  return {
    sort,
    accountId,
    accountChoices: accountId === null ? (reading.account?.ids ?? []) : [],
    personIds,
    open,
    unknown,
    day,
    isDayAssumed:
      sort === "contact" &&
      fixes.day === undefined &&
      (reading.occurredOn === null || reading.occurredOn.value > around.today),
    kind,
    isTwoWay: fixes.isTwoWay ?? reading.isTwoWay?.value ?? true,
    mood: fixes.mood === undefined ? (reading.mood?.value ?? null) : fixes.mood,
    topic: fixes.topic === undefined ? (reading.topic?.value ?? null) : fixes.topic.trim() || null,
    steps,
    missing: missing(),
  };
};

const planKinds: Readonly<Partial<Record<InteractionKind, CalendarEntryKind>>> = {
  visit: "visit",
  call: "call",
  meeting: "meeting",
  executive_meeting: "meeting",
};

/** What is sent; only of a line from which nothing is missing. */
export const draftOf = (
  line: string,
  confirmed: Confirmed,
  clientRef: string,
): QuickLogDraft | null => {
  const { sort, accountId, day, kind, personIds, topic, mood, isTwoWay, steps } = confirmed;
  if (confirmed.missing !== null || accountId === null) return null;
  const summary = line.trim().slice(0, 5000);
  const contact =
    sort === "contact" && kind !== null && day !== null
      ? {
          kind,
          occurredOn: day,
          isTwoWay,
          summary,
          topic: topic?.slice(0, 200) ?? null,
          mood,
          personIds: [...personIds],
        }
      : null;
  const plan =
    sort === "plan" && day !== null
      ? { kind: (kind && planKinds[kind]) ?? "other", onDate: day, title: summary.slice(0, 300) }
      : null;
  return {
    clientRef,
    accountId,
    contact,
    plan,
    nextSteps: steps
      .slice(0, 10)
      .map(({ title, dueOn }) => ({ title: title.trim().slice(0, 300), dueOn })),
  };
};
