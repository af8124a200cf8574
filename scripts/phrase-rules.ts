import type { SourceFile } from "./boundary-rules.ts";

/** A dictionary: phrases under keys, nested by noun. */
export type Words = { readonly [key: string]: string | Words };

const hanzi = /[㐀-鿿]/;

/** What every dictionary says in Chinese: the language's own name, and headers quoted from Chinese files. */
const quoted = /简体中文|中文|金额|万元/g;

/** What is wrong between the two dictionaries, each as a sentence. */
export function findPhraseFaults(zh: Words, en: Words): string[] {
  const chinese = phrasesOf(zh);
  const english = phrasesOf(en);
  const faults: string[] = [];
  for (const [key, words] of [...chinese, ...english]) {
    // A unit may go without saying in one language.
    if (words.trim() === "" && !key.includes(".unit.")) faults.push(`${key}: says nothing`);
  }
  for (const [key, words] of english) {
    if (hanzi.test(words.replace(quoted, ""))) faults.push(`${key}: Chinese in the English`);
    // Chinese has no singular of its own: `things_one` is held against `things_other`.
    const twin = chinese.get(key) ?? chinese.get(key.replace(/_one$/, "_other"));
    if (twin === undefined) {
      faults.push(`${key}: only in English`);
      continue;
    }
    for (const place of placesOf(words)) {
      if (!placesOf(twin).has(place)) faults.push(`${key}: {{${place}}} is missing in Chinese`);
    }
    for (const place of placesOf(twin)) {
      // "One account" need not repeat the count.
      const mayMiss = place === "count" && key.endsWith("_one");
      if (!placesOf(words).has(place) && !mayMiss) {
        faults.push(`${key}: {{${place}}} is missing in English`);
      }
    }
  }
  return faults;
}

/** Words for people belong in the dictionaries, not in the pages. */
export function findStrayWords({ path, text }: SourceFile): string[] {
  if (!path.startsWith("packages/web/src/") || /\.test\.tsx?$/.test(path)) return [];
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, "");
  return hanzi.test(code) ? [`${path}: words for people belong in packages/phrases`] : [];
}

function phrasesOf(words: Words, under = ""): Map<string, string> {
  const entries = Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[under + key, value]] : [...phrasesOf(value, `${under}${key}.`)],
  );
  return new Map(entries);
}

const placesOf = (words: string): Set<string> =>
  new Set([...words.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name = ""]) => name));
