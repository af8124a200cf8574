import type { Span } from "./quick-log-reading.ts";
import type { DayWords } from "./read-days.ts";

const abbreviation =
  /\b(?:mr|mrs|ms|dr|prof|no|st|ltd|co|inc|vs|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|tues?|wed|thu|fri)$/;
const theirs =
  /(?:\b(?:he|she|they|it|who|customer|client|side|that|price|delivery|there)\s*(?:also |still )?)$/;
const ourIntent =
  /\b(?:(?:and )?(?:then )?(?:i|we)(?:'ll| will(?! be\b)| need to| must| should| have to)|(?:and |then |so )*(?:will(?! be\b)|need to|must|have to)(?= [a-z])|next steps?\b:?|to-?do:|follow[- ]?up(?: action)?:)/g;
const belongsToDay =
  /(?:约好?了?|预约了?|答应了?|承诺了?|计划|准备|打算|需要?|要|将|会|我们?|并且?|然后|接着|再|下一步|接下来|后续|得|在|于|最晚|最迟|不晚于|：|:|\s)+$/;
const arrangement = /(?:约好?了?|预约了?)/g;

const isCut = (text: string, at: number): boolean => {
  const letter = text[at] ?? "";
  if (";!?。\n\r；".includes(letter)) return true;
  if (letter === ",") return !(/\d/.test(text[at - 1] ?? "") && /\d/.test(text[at + 1] ?? ""));
  if (letter !== ".") return false;
  return (
    /\s|^$/.test(text[at + 1] ?? "") && !abbreviation.test(text.slice(Math.max(0, at - 6), at))
  );
};

const looksAhead = (day: DayWords): boolean => day.past === null;

/** Where a second thing begins in a clause without punctuation: 昨天拜访王总下周三给方案. */
const cutsBetweenDays = (text: string, clause: Span, days: readonly DayWords[]): number[] => {
  const inside = days.filter(({ span }) => span.from >= clause.from && span.to <= clause.to);
  const cuts: number[] = [];
  for (let at = 1; at < inside.length; at++) {
    const [before, day] = [inside[at - 1], inside[at]];
    if (!before || !day || !looksAhead(day)) continue;
    const between = text.slice(before.span.to, day.span.from);
    if (/^\s*(?:到|至|或者?|和|、|~|-|or|to|and)?\s*$/.test(between)) continue;
    if (/[\u4e00-\u9fff]/.test(text.slice(day.span.from, day.span.to))) {
      const head = belongsToDay.exec(between)?.[0] ?? "";
      if (head.length < between.length) cuts.push(day.span.from - head.length);
      continue;
    }
    const joint = [...between.matchAll(/\b(?:and|then|also|plus)\b/g)].at(-1);
    if (joint) cuts.push(before.span.to + joint.index);
  }
  return cuts;
};

/** 电话约王总下周三见面: the call is one thing, what was arranged another. */
const cutsBeforeArrangement = (
  text: string,
  clause: Span,
  kinds: readonly Span[],
  days: readonly DayWords[],
): number[] =>
  [...text.slice(clause.from, clause.to).matchAll(arrangement)].flatMap(({ index }) => {
    const at = clause.from + index;
    const isAfterContact = kinds.some((kind) => kind.from >= clause.from && kind.to <= at);
    const isBeforeDay = days.some(
      (day) => day.span.from > at && day.span.to <= clause.to && looksAhead(day),
    );
    return isAfterContact && isBeforeDay ? [at] : [];
  });

const piecesOf = (span: Span, cuts: readonly number[]): Span[] => {
  const borders = [
    ...new Set([span.from, ...cuts.filter((at) => at > span.from && at < span.to), span.to]),
  ].sort((a, b) => a - b);
  return borders.slice(1).map((to, at) => ({ from: borders[at] ?? span.from, to }));
};

/** The line in clauses: at punctuation, where "and will" begins something of ours, and before a second day to come. */
export const splitClauses = (
  text: string,
  days: readonly DayWords[],
  kinds: readonly Span[],
): Span[] => {
  const sentences: Span[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isCut(text, at)) continue;
    // A cut inside an expression of time ("Nov 5, 2026") is none.
    if (at < text.length && days.some(({ span }) => span.from < at && at < span.to)) continue;
    if (text.slice(from, at).trim() !== "") sentences.push({ from, to: at });
    from = at + 1;
  }
  const intents = [...text.matchAll(ourIntent)]
    .filter(({ index }) => !theirs.test(text.slice(Math.max(0, index - 24), index)))
    .map(({ index }) => index);
  return sentences
    .flatMap((sentence) => piecesOf(sentence, intents))
    .flatMap((clause) =>
      piecesOf(clause, [
        ...cutsBetweenDays(text, clause, days),
        ...cutsBeforeArrangement(text, clause, kinds, days),
      ]),
    )
    .filter(({ from: start, to }) => text.slice(start, to).trim() !== "");
};
