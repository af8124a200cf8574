import { blankOut } from "./plain-line.ts";
import type { Named, QuickLogWorld, Span } from "./quick-log-reading.ts";
import { readAccount } from "./read-account.ts";
import { everybodyOf, readPeople, type Somebody } from "./read-people.ts";

const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/**
 * The account and the people a line names. On an account's own page only the whole name of another one leads elsewhere.
 * Without an account the people tell it, as long as they leave one choice; otherwise the accounts are candidates.
 */
export const readWhom = (
  text: string,
  line: string,
  world: QuickLogWorld,
): { account: Named | null; people: readonly Named[] } => {
  const named = readAccount(text, world.accounts);
  const everybody = everybodyOf(world.accounts);
  const ofPage = everybody.filter(({ accountId }) => accountId === world.accountId);
  if (named === null || (world.accountId !== undefined && !named.isWhole)) {
    if (world.accountId !== undefined)
      return { account: null, people: readPeople(text, line, ofPage) };
    return fromPeople(readPeople(text, line, everybody), everybody);
  }
  const { isWhole, ...account } = named;
  if (!isWhole) {
    const all = readPeople(text, line, everybody);
    // 张江 the person, not the beginning of 张江高科.
    if (all.some(({ span, ids }) => ids.length > 0 && overlap(span, account.span)))
      return fromPeople(all, everybody);
  }
  const theirs = everybody.filter(({ accountId }) => account.ids.includes(accountId));
  const people = readPeople(blankOut(text, [account.span]), line, theirs);
  return { account: narrowed(account, people, theirs), people };
};

/** Of several accounts of one name, those where everybody named works. */
const narrowed = (account: Named, people: readonly Named[], theirs: readonly Somebody[]): Named => {
  if (account.ids.length < 2) return account;
  const fit = account.ids.filter((accountId) =>
    people.every(({ ids }) =>
      theirs.some((one) => one.accountId === accountId && ids.includes(one.id)),
    ),
  );
  return people.length > 0 && fit.length > 0 ? { ...account, ids: fit } : account;
};

const fromPeople = (
  people: readonly Named[],
  everybody: readonly Somebody[],
): { account: Named | null; people: readonly Named[] } => {
  const known = people.filter(({ ids }) => ids.length > 0);
  const first = known[0];
  if (!first) return { account: null, people };
  const accountsOf = ({ ids }: Named) =>
    new Set(everybody.filter(({ id }) => ids.includes(id)).map(({ accountId }) => accountId));
  const shared = known
    .map(accountsOf)
    .reduce((left, right) => new Set([...left].filter((id) => right.has(id))));
  const ids = [...(shared.size > 0 ? shared : accountsOf(first))];
  const there = new Set(
    everybody.filter(({ accountId }) => ids.includes(accountId)).map(({ id }) => id),
  );
  return {
    account: { span: first.span, words: first.words, ids },
    people: people.map((one) => ({ ...one, ids: one.ids.filter((id) => there.has(id)) })),
  };
};
