import type { DirectoryAccount, DirectoryPerson, Named, Span } from "./quick-log-reading.ts";
import { remember } from "./remember.ts";
import { surnamePattern } from "./surnames.ts";

/** Somebody of the directory with the account they work at. */
export interface Somebody extends DirectoryPerson {
  readonly accountId: string;
}

const courtesies = "总|董|老师|女士|先生|小姐|姐|哥|老板";
const titles =
  "总经理|副总经理|副总|董事长|总监|经理|主任|部长|处长|科长|课长|厂长|院长|校长|局长|所长|队长|班长|组长|主管|主席|书记|会计|工程师|工|教授|博士|秘书|采购";
// Words that end like a family name: 对方经理, 品管经理, 安全主任 and 公关经理 are nobody's names.
const notAName = "(?<![对双甲乙我校院厂资地][方]|[品主]管|安全|公关|简单|全体|各位)";
const called = new RegExp(
  `(${surnamePattern})${notAName}(${titles}|${courtesies})(?!作|期|资|艺|程(?!师)|人(?!员)|共|结|价|量|额|体|公司)`,
  "g",
);
const nicknameEnd = "(?=$|[^\\u4e00-\\u9fff]|[说来打在不没很也对今昨吃谈聊见开喝沟确通发回约定讨])";
const nickname = new RegExp(
  `(?:(?<![\\u4e00-\\u9fff])|(?<=[和跟与同找约见给问访]))(?:老|小)(${surnamePattern})${nicknameEnd}`,
  "g",
);
const english =
  /\b(mr|mrs|ms|miss|dr|prof|professor|director|manager|president|engineer|chairman|chief|vp|ceo|cfo|cto|boss)\.?\s+([a-z]{2,}(?:\s+[a-z]{2,})?)/g;

const titleWords: Readonly<Record<string, RegExp>> = {
  director: /主任|总监|director/i,
  manager: /经理|manager/i,
  president: /总裁|总经理|董事长|president/i,
  engineer: /工程师|工$|engineer/i,
  chairman: /董事长|chair/i,
  工: /工|技术|研发|engineer/i,
  工程师: /工|技术|研发|engineer/i,
  副总: /副总/,
};
/** Forms of address that anybody may be given; they tell nobody apart. */
const polite =
  /^(?:总|董|老师|女士|先生|小姐|姐|哥|老板|mr|mrs|ms|miss|dr|prof|professor|chief|boss)$/;

/** Of several with the name, those whose title fits; all of them when none does. */
const fitting = (those: readonly Somebody[], title: string): readonly Somebody[] => {
  if (those.length < 2 || polite.test(title)) return those;
  const wanted = titleWords[title];
  const fit = those.filter(
    (one) => one.title !== null && (wanted ? wanted.test(one.title) : one.title.includes(title)),
  );
  return fit.length > 0 ? fit : those;
};

const idsOf = (those: readonly Somebody[]): string[] => [...new Set(those.map(({ id }) => id))];

const isLetter = (text: string | undefined): boolean => text !== undefined && /[a-z0-9]/.test(text);

/** Where `words` stands in the text as words of its own; Chinese needs no borders. */
const placesOf = (text: string, words: string): number[] => {
  const places: number[] = [];
  const isLatin = /^[a-z]/.test(words);
  for (
    let at = text.indexOf(words);
    at >= 0 && places.length < 20;
    at = text.indexOf(words, at + words.length)
  ) {
    if (isLatin && (isLetter(text[at - 1]) || isLetter(text[at + words.length]))) continue;
    places.push(at);
  }
  return places;
};

/** How a full name may be written: 张伟, zhang wei, zhangwei, wei zhang, and a given name of two syllables as one word. */
const spellingsOf = remember(({ name, pinyin }: Somebody): readonly string[] => {
  const syllables = pinyin.toLowerCase();
  const [family, ...given] = syllables.split(" ");
  const spellings = new Set([name.toLowerCase()]);
  if (given.length > 0)
    spellings
      .add(syllables)
      .add(`${family} ${given.join("")}`)
      .add(`${given.join("")} ${family}`)
      .add(syllables.replaceAll(" ", ""));
  return [...spellings].filter((words) => words.length >= 2);
});

const byFullName = (text: string, everybody: readonly Somebody[]): Named[] => {
  const byWords = new Map<string, Somebody[]>();
  for (const person of everybody) {
    for (const words of spellingsOf(person)) {
      if (!text.includes(words)) continue;
      byWords.set(words, [...(byWords.get(words) ?? []), person]);
    }
  }
  return [...byWords].flatMap(([words, those]) =>
    placesOf(text, words).map((from) => ({
      span: { from, to: from + words.length },
      words,
      ids: idsOf(those),
    })),
  );
};

const withTitle = new RegExp(`^(?:${titles}|${courtesies})`);

/** 王总 may be anybody called Wang: 王伟, 欧阳娜 by 欧阳, or somebody kept in the directory as 王总 itself. */
const ofFamily = (
  everybody: readonly Somebody[],
  family: string,
  words: string,
): readonly Somebody[] => {
  const exact = everybody.filter(({ name }) => name === words);
  if (exact.length > 0) return exact;
  return everybody.filter(
    ({ name }) => name.startsWith(family) && name.length <= family.length + 2,
  );
};

const byChineseTitle = (text: string, everybody: readonly Somebody[]): Named[] => {
  return [
    ...[...text.matchAll(called)].map((match): Named => {
      const [words, family = "", title = ""] = match;
      const those = fitting(ofFamily(everybody, family, words), title);
      return {
        span: { from: match.index, to: match.index + words.length },
        words,
        ids: idsOf(those),
      };
    }),
    ...[...text.matchAll(nickname)].map((match): Named => {
      const [words, family = ""] = match;
      const those = ofFamily(everybody, family, words);
      return {
        span: { from: match.index, to: match.index + words.length },
        words,
        ids: idsOf(those),
      };
    }),
  ];
};

const isCalled = (person: Somebody, words: readonly string[]): boolean => {
  const pinyin = person.pinyin.toLowerCase();
  const parts = [...person.name.toLowerCase().split(/[\s·.]+/), pinyin.split(" ")[0] ?? ""];
  if (words.every((word) => parts.includes(word))) return true;
  const joined = pinyin.replaceAll(" ", "");
  return words.length === 2 && [words.join(""), words.toReversed().join("")].includes(joined);
};

/** "Mr Wang", "Director Li Wei". Who is nobody of the directory counts only when written like a name. */
const byEnglishTitle = (text: string, line: string, everybody: readonly Somebody[]): Named[] =>
  [...text.matchAll(english)].flatMap((match) => {
    const [whole, title = "", names = ""] = match;
    const words = names.split(/\s+/);
    const start = match.index + whole.length - names.length;
    const both = words.length > 1 ? everybody.filter((one) => isCalled(one, words)) : [];
    const those =
      both.length > 0 ? both : everybody.filter((one) => isCalled(one, words.slice(0, 1)));
    if (those.length === 0 && !/[A-Z]/.test(line[start] ?? "")) return [];
    const to = start + (both.length > 0 ? names.length : (words[0]?.length ?? 0));
    const span = { from: match.index, to };
    return [{ span, words: text.slice(span.from, span.to), ids: idsOf(fitting(those, title)) }];
  });

/** Everybody named in a plain line: by full name, by family name with a title, in Chinese, pinyin or English. */
export const readPeople = (text: string, line: string, everybody: readonly Somebody[]): Named[] => {
  const found = [
    ...byFullName(text, everybody),
    ...byChineseTitle(text, everybody),
    ...byEnglishTitle(text, line, everybody),
  ];
  found.sort(
    (a, b) => a.span.from - b.span.from || b.span.to - a.span.to || b.ids.length - a.ids.length,
  );
  const kept: Named[] = [];
  for (const one of found) {
    const last = kept.at(-1);
    if (last && one.span.from < last.span.to) {
      if (last.ids.length === 0 && one.ids.length > 0) kept[kept.length - 1] = one;
      continue;
    }
    // 张伟总: the title belongs to the name before it.
    const title = withTitle.exec(text.slice(one.span.to))?.[0] ?? "";
    const isChinese =
      /[\u4e00-\u9fff]$/.test(one.words) &&
      !new RegExp(`(?:${titles}|${courtesies})$`).test(one.words);
    const span: Span = isChinese
      ? { from: one.span.from, to: one.span.to + title.length }
      : one.span;
    if (kept.some(({ ids }) => one.ids.length === 1 && ids.length === 1 && ids[0] === one.ids[0]))
      continue;
    kept.push({ ...one, span, words: line.slice(span.from, span.to) });
  }
  return kept;
};

/** Everybody of the directory, or of one account. */
export const everybodyOf = remember((accounts: readonly DirectoryAccount[]): readonly Somebody[] =>
  accounts.flatMap(({ id, people }) => people.map((person) => ({ ...person, accountId: id }))),
);
