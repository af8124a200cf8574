import type { DayNumber } from "../calendar/day-number.ts";
import type { Span } from "./quick-log-reading.ts";
import type { DayWords } from "./read-days.ts";

/** What a clause tells: the contact itself, something of ours to do, or what was said. */
export type ClauseRole = "contact" | "step" | "said";

export interface Clause extends Span {
  readonly role: ClauseRole;
  readonly days: readonly DayWords[];
  readonly hasKind: boolean;
}

const joint = "(?:并且?|且|而且|另外|同时|此外|然后|接着|[\\s:：\\-—>]|and |then |so |also )*";
const ourIntent = new RegExp(
  `^${joint}(?:下一步|接下来|后续|待办|todo|to do|记得|别忘|需(?:要)?(?=[我给发做准安跟回再补提尽])|要(?=[给发做准安跟回再补提尽去约])|我们?(?:要|会|得|需|将|来|负责|准备|答应|承诺|这边|尽快)|我方|答应|承诺|计划|准备|打算|拟|约好|约了|约(?=[\\u4e00-\\u9fff])|预约|尽快|安排|跟进|回头|再(?=[约去来打发送联跟])|还要|next steps?|will (?!be\\b)|need to|must |should |have to|i'll|we'll|i will|we will|i need|we need|i must|we must|follow[- ]?up|plan(?:ning)? to|going to|remember to|agreed to|promised|please )`,
);
const somewhereAhead =
  /要(?!求|点|是|么|素)|将(?!军)|准备|计划|打算|预约|约好|约了|拟|安排|\b(?:will|plan(?:ning|s)? to|going to|scheduled?|booked|to visit|to meet|to call)\b/;
const done = /了|过(?!来|去|程|期)|已经?|\b(?:was|were|had|did|has|have|[a-z]{3,}ed)\b/;
const theirSubject =
  /^(?:并且?|但是?|而|，|\s)*(?:他们?|她们?|对方|客户|甲方|(?:and |but )?(?:he|she|they|the customer|the client|customer|client|their)\b)/;
const concernsUs =
  /我|让.{0,2}(?:给|发|提供)|希望.{0,3}(?:给|发|提供)|\b(?:us|our|me|from us|we)\b/;

/**
 * Tells clauses apart. A day to come or words of intent make a step; a bare weekday or date looks back in the first clause
 * and ahead once the contact has been told; what the customer will do is theirs, not ours.
 */
export const tellClauses = (
  text: string,
  spans: readonly Span[],
  days: readonly DayWords[],
  kinds: readonly Span[],
  today: DayNumber,
): Clause[] => {
  let isContactTold = false;
  return spans.map((span) => {
    const words = text.slice(span.from, span.to);
    const inside = days.filter((day) => day.span.from >= span.from && day.span.to <= span.to);
    const hasKind = kinds.some((kind) => kind.from >= span.from && kind.to <= span.to);
    const role = roleOf(words, inside, hasKind, isContactTold, today);
    if (role !== "step") isContactTold = true;
    return { ...span, role, days: inside, hasKind };
  });
};

/** A date without its year or month is the nearer one (on the 18th, 20号 is ahead and 5号 behind); a weekday looks back. */
const liesAhead = ({ past, future }: DayWords, today: DayNumber): boolean =>
  past !== null && future !== null && future - past !== 7 && future - today < today - past;

const roleOf = (
  words: string,
  days: readonly DayWords[],
  hasKind: boolean,
  isContactTold: boolean,
  today: DayNumber,
): ClauseRole => {
  const isDone = done.test(words);
  const isAhead = days.some((day) => day.past === null || (!isDone && liesAhead(day, today)));
  const isBehind = days.some(({ past, future }) => future === null && past !== null);
  const isOpen = days.some(
    ({ past, future }) => past !== null && future !== null && past !== future,
  );
  const isToday = days.some(({ past, future }) => past !== null && past === future);
  const isTheirs =
    theirSubject.test(words.trimStart()) && !concernsUs.test(words.trimStart().slice(1));
  if (isTheirs) return isContactTold || !hasKind ? "said" : "contact";
  const hasIntent = ourIntent.test(words.trimStart());
  if (isAhead && !isBehind) return "step";
  if (hasIntent && !isBehind) return "step";
  if (isOpen && !isBehind && (somewhereAhead.test(words) || (isContactTold && !isDone)))
    return "step";
  if (isToday && somewhereAhead.test(words) && !isDone) return "step";
  return hasKind || days.length > 0 ? "contact" : "said";
};
