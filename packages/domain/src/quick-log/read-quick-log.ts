import { isoFromDayNumber } from "../calendar/day-number.ts";
import { type Clause, tellClauses } from "./clause-role.ts";
import { blankOut, plainLine } from "./plain-line.ts";
import type {
  Named,
  NextStep,
  QuickLogReading,
  QuickLogSort,
  QuickLogWorld,
  Span,
} from "./quick-log-reading.ts";
import { readContactKinds, readNoAnswer } from "./read-contact-kind.ts";
import { dayWorldOf, readDays } from "./read-days.ts";
import { readMood } from "./read-mood.ts";
import { readNextStep } from "./read-next-step.ts";
import { readTopic } from "./read-topic.ts";
import { readWhom } from "./read-whom.ts";
import { splitClauses } from "./split-clauses.ts";

const isWithin = (inner: Span, outers: readonly Span[]): boolean =>
  outers.some(({ from, to }) => inner.from >= from && inner.to <= to);

/** A day written alone before its clause (下周三，给方案) belongs to it. */
const joinBareDays = (text: string, clauses: readonly Clause[]): Clause[] => {
  const joined: Clause[] = [];
  for (const clause of clauses) {
    const last = joined.at(-1);
    const isBare =
      last?.days.length === 1 &&
      blankOut(text, [last.days[0]?.span ?? last])
        .slice(last.from, last.to)
        .trim() === "";
    if (last && isBare && clause.days.length === 0)
      joined[joined.length - 1] = {
        ...clause,
        from: last.from,
        days: last.days,
        role:
          last.role === "step"
            ? "step"
            : clause.hasKind || last.role === "contact"
              ? "contact"
              : clause.role,
      };
    else joined.push(clause);
  }
  return joined;
};

/** A contact that was told counts; else one to come; else what is only to do. */
const sortOf = (told: readonly Clause[], plan: Clause | null): QuickLogSort => {
  if (told.some(({ role }) => role === "contact")) return "contact";
  if (plan) return "plan";
  return told.length === 0 ? "steps" : "contact";
};

/**
 * Reads one line, Chinese, English or mixed: whom it is about, the day, how, about what, in which mood, what comes next.
 * Only what the words say is read; nothing is guessed, and several fitting people stay candidates. A contact still to come
 * is a plan. Never fails, whatever the line; time grows with its length, of which the first 2,000 letters are read.
 */
export const readQuickLog = (line: string, world: QuickLogWorld): QuickLogReading => {
  const text = plainLine(line);
  const shown = line.slice(0, text.length);
  const dayWorld = dayWorldOf(world);
  const days = readDays(text, dayWorld);
  const kinds = readContactKinds(text);
  const kindSpans = kinds.map(({ span }) => span);
  const clauses = joinBareDays(
    text,
    tellClauses(text, splitClauses(text, days, kindSpans), days, kindSpans, dayWorld.today),
  );
  const steps = clauses.filter(({ role }) => role === "step");
  const told = clauses.filter(({ role }) => role !== "step");
  const isPlan = (clause: Clause) =>
    clause.days.length > 0 && (clause.hasKind || readNextStep(shown, clause) === null);
  const ahead = steps.find(isPlan) ?? null;
  const sort = clauses.length === 0 ? "contact" : sortOf(told, ahead);
  const plan = sort === "plan" ? ahead : null;
  const contact = told.filter(({ role }) => role === "contact");
  const main = plan ? [plan] : contact.length > 0 ? contact : told;

  const { account, people } = readWhom(text, shown, world);
  // 电话约王芳下周三见面: whom the call was with stands in what was arranged.
  const arranged = steps.filter(({ from }) => told.some(({ to }) => to === from));
  const whom = chooseWhom(people, main, plan ? [] : told, sort === "contact" ? arranged : steps);
  const toldText = blankOut(text, steps);
  const noAnswer = plan ? null : readNoAnswer(toldText);
  return {
    account,
    people: whom,
    occurredOn: dayOf(sort, plan, contact, told),
    kind:
      kinds.find(({ span }) => isWithin(span, main)) ??
      kinds.find(({ span }) => isWithin(span, plan ? [] : told)) ??
      null,
    isTwoWay: noAnswer,
    topic: readTopic(plan || sort === "steps" ? text : toldText, shown, clauses),
    mood: sort === "contact" ? readMood(toldText) : null,
    nextSteps: steps.flatMap((clause): NextStep[] => {
      const step = clause === plan ? null : readNextStep(shown, clause);
      return step ? [step] : [];
    }),
    sort,
  };
};

/** Who was there: those named with the contact, or else in what was said. */
const chooseWhom = (people: readonly Named[], ...places: (readonly Span[])[]): readonly Named[] => {
  for (const place of places) {
    const there = people.filter(({ span }) => isWithin(span, place));
    if (there.length > 0) return there;
  }
  return [];
};

const dayOf = (
  sort: QuickLogSort,
  plan: Clause | null,
  contact: readonly Clause[],
  told: readonly Clause[],
): QuickLogReading["occurredOn"] => {
  if (plan) {
    const day = plan.days.find(({ future }) => future !== null);
    return day?.future === undefined || day.future === null
      ? null
      : { value: isoFromDayNumber(day.future), span: day.span };
  }
  if (sort !== "contact") return null;
  for (const { days } of [...contact, ...told])
    for (const { past, span } of days)
      if (past !== null) return { value: isoFromDayNumber(past), span };
  return null;
};
