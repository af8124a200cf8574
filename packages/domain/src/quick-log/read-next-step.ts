import { isoFromDayNumber } from "../calendar/day-number.ts";
import type { Clause } from "./clause-role.ts";
import type { NextStep, Span } from "./quick-log-reading.ts";

const leading =
  /^(?:并且?|而且|另外|同时|此外|然后|接着|再(?=给|发|做|送)|还要|我们?这边|我们?(?:会|要|得|将|需要?|来)?|我方|需要|要(?!求)|会(?!议|面|见)|将|得(?!到)|约好了?|答应了?|承诺了?|计划|打算|下一步|接下来|后续|待办|记得|别忘了?|在|于|[\s:：\-—>,，、]|(?:and|then|so|also|next steps?|to-?do|i'll|we'll|i will|we will|will|need to|i need to|we need to|must|have to|i|we|please|agreed to|promised to|going to|plan to|follow[- ]?up:)(?![a-z'])\s*)+/i;
const trailing =
  /(?:[\s:：,，、\-—]|之前|以前|之内|以内|(?<![目之以])前|\s(?:on|by|in|at|before|the))+$/i;

/** The words of a step without its day and without "we will". */
const titleOf = (line: string, clause: Span, due: Span | null): string => {
  const bare = due
    ? `${line.slice(clause.from, due.from)} ${line.slice(due.to, clause.to)}`
    : line.slice(clause.from, clause.to);
  const tidy = bare
    .replace(/\s+/g, " ")
    .replace(/([\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, "$1")
    .trim()
    .replace(leading, "")
    .replace(trailing, "")
    .trim();
  return tidy.slice(0, 300);
};

const trimmed = (line: string, { from, to }: Span): Span => {
  const words = line.slice(from, to);
  return {
    from: from + words.length - words.trimStart().length,
    to: to - (words.length - words.trimEnd().length),
  };
};

/** A clause of ours to do, as a task: what, and until when. A clause that is only a day says nothing to do. */
export const readNextStep = (line: string, clause: Clause): NextStep | null => {
  const due = clause.days.find(({ future }) => future !== null) ?? null;
  const title = titleOf(line, clause, due?.span ?? null);
  if (title === "") return null;
  return {
    title,
    span: trimmed(line, clause),
    dueOn: due?.future === null || due === null ? null : isoFromDayNumber(due.future),
    dueSpan: due?.span ?? null,
  };
};
