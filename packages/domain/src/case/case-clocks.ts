import {
  type PlacedForPolicy,
  policyLineFor,
  type PolicyLineKey,
  type ServicePolicy,
} from "../service-policy/service-terms.ts";
import { afterCounting, type BusinessCalendar, countingBetween } from "./business-calendar.ts";
import type { CaseClockName, ClockMode, ClockState, ClockTerm } from "./case-clock.ts";
import { type CaseClockSetting, termMs } from "./case-clock-setting.ts";
import type { CaseLevel } from "./case-kind.ts";

/** Hours that a line of the service policy promises. */
export interface PromisedHours {
  readonly hours: number;
  readonly line: PolicyLineKey;
}

/** What the service policy in force promised the account when the case was opened; it stays so for the case. */
export interface CasePromise {
  readonly policyVersion: number;
  readonly reply: PromisedHours | null;
  readonly solve: PromisedHours | null;
  /** The strictest of the lines of segment and grade alone: what graver cases can be measured by too. */
  readonly solveOfAny: PromisedHours | null;
  readonly greenChannel: PromisedHours | null;
}

const promised = (hours: number | null, line: PolicyLineKey | null): PromisedHours | null =>
  hours !== null && line !== null ? { hours, line } : null;

/** What the policy promises an account of this segment and grade about cases. */
export const promiseFor = (policy: ServicePolicy, placed: PlacedForPolicy): CasePromise => {
  const { default: _, ...particular } = policy.lines;
  const all = policyLineFor(policy, placed);
  const own = policyLineFor({ ...policy, lines: particular }, placed);
  return {
    policyVersion: policy.version,
    reply: promised(all.terms.replyHours, all.because.replyHours),
    solve: promised(all.terms.solveHours, all.because.solveHours),
    solveOfAny: promised(own.terms.solveHours, own.because.solveHours),
    greenChannel: promised(all.terms.greenChannelHours, all.because.greenChannelHours),
  };
};

/** Where a due instant comes from: the level as set, the green channel, or a line of the policy. */
export type ClockLine = "level" | "green_channel" | PolicyLineKey;

export interface ClockDue {
  readonly dueAt: Date;
  readonly line: ClockLine;
  readonly mode: ClockMode;
}

export type CaseDues = Readonly<Record<"reply" | "solve", ClockDue>> & {
  readonly feedback: ClockDue | null;
};

/** A time in which the customer agreed that nothing is to happen. */
export interface AgreedPause {
  readonly from: Date;
  readonly to: Date;
}

interface Candidate {
  readonly term: ClockTerm;
  readonly mode: ClockMode;
  readonly line: ClockLine;
}

const ofPolicy = (from: PromisedHours | null, mode: ClockMode): Candidate[] =>
  from ? [{ term: { count: from.hours, unit: "hours" }, mode, line: from.line }] : [];

/**
 * The instants by which a case is to be answered, reported on and solved. Of the level's own terms and the promises of the
 * service policy the stricter wins, and `line` says which. The policy's default line speaks of general cases: a graver one is
 * solved by its level's term unless a line of segment or grade is stricter. A general case without such a promise has the
 * level's hours. Pauses move feedback and solution by as much counting time as they last; an answer is never put off.
 *
 * Source: formulas, Other; capabilities S1.
 */
export const reckonCaseDues = (facts: {
  readonly level: CaseLevel;
  /** Opened, or reopened by a dissatisfied customer. */
  readonly from: Date;
  readonly promise: CasePromise;
  readonly pauses: readonly AgreedPause[];
  readonly setting: CaseClockSetting;
  readonly calendar: BusinessCalendar;
}): CaseDues => {
  const { level, from, promise, setting, calendar } = facts;
  const { mode, reply, feedback, solve } = setting.levels[level];
  const pauses = mergePauses(facts.pauses, from);
  const due = (candidates: readonly Candidate[], moved: readonly AgreedPause[]): ClockDue => {
    const dues = candidates.map((one) => ({
      dueAt: afterPauses(calendar, one.mode, from, termMs(one.term, one.mode, setting), moved),
      line: one.line,
      mode: one.mode,
    }));
    return dues.reduce((strictest, one) => (one.dueAt < strictest.dueAt ? one : strictest));
  };
  const isGeneral = level === "general";
  // What the policy says of general cases takes the place of the shipped hours, be it longer or shorter.
  const ofLevel = (term: ClockTerm, said: PromisedHours | null): Candidate[] =>
    isGeneral && said ? [] : [{ term, mode, line: "level" }];
  const green = promise.greenChannel;
  return {
    reply: due(
      [
        ...ofLevel(reply, promise.reply),
        ...ofPolicy(promise.reply, mode),
        ...(green
          ? [
              {
                term: { count: green.hours, unit: "hours" as const },
                mode: setting.greenChannelMode,
                line: "green_channel" as const,
              },
            ]
          : []),
      ],
      [],
    ),
    feedback: feedback ? due([{ term: feedback, mode, line: "level" }], pauses) : null,
    solve: due(
      [
        ...ofLevel(solve, promise.solve),
        ...ofPolicy(isGeneral ? promise.solve : promise.solveOfAny, mode),
      ],
      pauses,
    ),
  };
};

/** In order, cut at the start, overlapping ones put together. */
const mergePauses = (pauses: readonly AgreedPause[], start: Date): AgreedPause[] => {
  const merged: { from: Date; to: Date }[] = [];
  for (const pause of pauses.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const from = pause.from < start ? start : pause.from;
    if (pause.to <= from) continue;
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = pause.to > last.to ? pause.to : last.to;
    else merged.push({ from, to: pause.to });
  }
  return merged;
};

/** The due instant, moved on by the counting time of each pause that began before it. */
const afterPauses = (
  calendar: BusinessCalendar,
  mode: ClockMode,
  from: Date,
  countingMs: number,
  pauses: readonly AgreedPause[],
): Date => {
  let due = afterCounting(calendar, mode, from, countingMs);
  for (const pause of pauses) {
    if (pause.from >= due) break;
    due = afterCounting(calendar, mode, due, countingBetween(calendar, mode, pause.from, pause.to));
  }
  return due;
};

/**
 * The instant at which half of a clock's own time has gone by: only time that counts, without the pauses that moved it on.
 */
export const halfOfClock = (
  calendar: BusinessCalendar,
  mode: ClockMode,
  { from, dueAt }: { readonly from: Date; readonly dueAt: Date },
  pauses: readonly AgreedPause[],
): Date => {
  const merged = mergePauses(pauses, from).filter((pause) => pause.from < dueAt);
  const paused = merged.reduce(
    (sum, pause) => sum + countingBetween(calendar, mode, pause.from, pause.to),
    0,
  );
  const ownMs = countingBetween(calendar, mode, from, dueAt) - paused;
  return afterPauses(calendar, mode, from, ownMs / 2, merged);
};

/** What a case's clocks are judged by. */
export interface ClockFacts {
  readonly status: "open" | "paused" | "solved" | "closed" | "duplicate";
  readonly replyDueAt: Date;
  readonly feedbackDueAt: Date | null;
  readonly solveDueAt: Date;
  readonly repliedAt: Date | null;
  readonly feedbackAt: Date | null;
  readonly solvedAt: Date | null;
}

export interface ClockStand {
  readonly clock: CaseClockName;
  readonly dueAt: Date;
  readonly doneAt: Date | null;
  readonly state: ClockState;
}

/** Where each clock of a case stands at an instant. What is solved needs no interim report any more. */
export const clockStands = (facts: ClockFacts, now: Date): ClockStand[] => {
  const stand = (clock: CaseClockName, dueAt: Date, doneAt: Date | null): ClockStand => {
    const isRunning = facts.status === "open" || facts.status === "paused";
    const isStopped = facts.status === "paused" && clock !== "reply";
    const state: ClockState = doneAt
      ? doneAt <= dueAt
        ? "met"
        : "late"
      : !isRunning
        ? "ended"
        : dueAt <= now
          ? "overdue"
          : isStopped
            ? "paused"
            : "running";
    return { clock, dueAt, doneAt, state };
  };
  return [
    stand("reply", facts.replyDueAt, facts.repliedAt),
    ...(facts.feedbackDueAt ? [stand("feedback", facts.feedbackDueAt, facts.feedbackAt)] : []),
    stand("solve", facts.solveDueAt, facts.solvedAt),
  ];
};

/** The clock that is due next, or has been overdue longest; null when none runs. */
export const nextDue = (facts: ClockFacts, now: Date): ClockStand | null =>
  clockStands(facts, now)
    .filter(({ state }) => state === "running" || state === "paused" || state === "overdue")
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0] ?? null;

/** Counting time left until a due instant in milliseconds; negative: how much has gone by since. */
export const timeLeft = (
  calendar: BusinessCalendar,
  mode: ClockMode,
  dueAt: Date,
  now: Date,
): number => countingBetween(calendar, mode, now, dueAt);
