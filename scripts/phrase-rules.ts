/** Every phrase of a dictionary by its dotted key. */
export const flattenPhrases = (dictionary: object, before = ""): Record<string, string> =>
  Object.assign(
    {},
    ...Object.entries(dictionary).map(([name, value]: [string, unknown]) => {
      const key = before === "" ? name : `${before}.${name}`;
      return typeof value === "string" ? { [key]: value } : flattenPhrases(value as object, key);
    }),
  );

const hasHan = (text: string) => /\p{Script=Han}/u.test(text);
const placesOf = (text: string) =>
  [...text.matchAll(/\{\{?\s*(\w+)/g)]
    .map((match) => match[1])
    .sort()
    .filter((place, index, all) => place !== all[index - 1])
    .join(" ");

/** English may name the other language, and 万元 as the unit it is. */
const spokenInChinese = /中文|万元|金额\(万元\)|元/g;

/** Chinese with a half-width comma, colon or the like beside a Chinese character. */
const narrowMark = /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u;

/** What is wrong between the two languages: missing keys, differing places, words of the wrong script. */
export const findPhraseFaults = (
  zh: Record<string, string>,
  en: Record<string, string>,
): string[] => {
  const faults: string[] = [];
  for (const [key, words] of Object.entries(zh)) {
    const english = en[key];
    if (english === undefined) {
      faults.push(`${key}: English is missing`);
      continue;
    }
    const places = [placesOf(words), placesOf(english)];
    if (places[0] !== places[1])
      faults.push(`${key}: places differ, "${places[0]}" in Chinese, "${places[1]}" in English`);
    if (narrowMark.test(words)) faults.push(`${key}: half-width punctuation in Chinese`);
    if (words.trim() === "") faults.push(`${key}: says nothing`);
  }
  for (const [key, words] of Object.entries(en)) {
    const isSingular = key.endsWith("_one") && zh[key.replace(/_one$/, "_other")] !== undefined;
    if (zh[key] === undefined && !isSingular) faults.push(`${key}: Chinese is missing`);
    if (hasHan(words.replace(spokenInChinese, ""))) faults.push(`${key}: Chinese in English`);
  }
  return faults;
};

const withoutComments = (source: string) =>
  source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/(^|\s)\/\/[^\n]*/g, "$1");

/** Names that are the same in every language. */
const properNames = new Set(["Chrome", "Edge", "Firefox", "Safari", "WeChat"]);

/** Words that a screen carries itself instead of taking them from the dictionaries: Chinese anywhere, text between tags, readable attributes. */
export const findStrayWords = (source: string): { line: number; words: string }[] => {
  const text = withoutComments(source);
  const found = [
    ...text.matchAll(/\p{Script=Han}+/gu),
    ...text.matchAll(/(?<=<\/?[a-zA-Z][^<>={}]*>)\s*([A-Z][a-z]+(?: [a-z]+)*)\s*(?=<\/)/g),
    ...text.matchAll(/(?<=\b(?:title|label|placeholder|alt|aria-label)=")[A-Z][^"]*(?=")/g),
  ];
  return found
    .map((match) => ({
      line: text.slice(0, match.index).split("\n").length,
      words: match[0].trim(),
    }))
    .filter(({ words }) => !properNames.has(words));
};
