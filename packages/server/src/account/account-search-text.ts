import { accountNameKey } from "@mainstay/domain/account/account-name-key";
import { pinyin } from "pinyin-pro";
import { normaliseSearch } from "./account-search-condition.ts";

/** What an account is found and sorted by, as its columns; derived, never typed. */
export interface AccountSearchText {
  readonly pinyin: string;
  readonly initials: string;
  readonly name_key: string;
  readonly search_text: string;
  readonly search_bigrams: string[];
}

const longestPinyin = 400;

/** Two neighbouring letters, and every single letter beyond ASCII: what short words are looked up by. */
export const bigramsOf = (text: string): string[] => {
  const found = new Set<string>();
  for (const word of text.split(" ")) {
    const letters = [...word];
    for (let i = 0; i < letters.length; i++) {
      const letter = letters[i] ?? "";
      const next = letters[i + 1];
      if (next !== undefined) found.add(letter + next);
      if (letter > "\u007f") found.add(letter);
    }
  }
  return [...found];
};

/**
 * Full pinyin (the sort key), initials, the key by which names are held equal, and the text and bigrams that search
 * reads: name, short name, number, credit code, pinyin and initials.
 */
export const accountSearchText = (account: {
  readonly name: string;
  readonly shortName?: string | null | undefined;
  readonly externalId?: string | null | undefined;
  readonly uscc?: string | null | undefined;
}): AccountSearchText => {
  const name = normaliseSearch(account.name);
  const isLatin = /^[\u0000-\u007f]*$/.test(name);
  const syllables = isLatin
    ? name.split(" ")
    : pinyin(name, { toneType: "none", type: "array", nonZh: "consecutive", v: true });
  const full = (isLatin ? name : syllables.join("")).slice(0, longestPinyin);
  const initials = syllables
    .map((syllable) => syllable.trim()[0] ?? "")
    .join("")
    .slice(0, longestPinyin);
  const words = [
    name,
    account.shortName,
    account.externalId,
    account.uscc,
    full.replace(/\s+/g, ""),
    initials,
  ];
  const searchText = [
    ...new Set(words.map((word) => normaliseSearch(word ?? "")).filter(Boolean)),
  ].join(" ");
  return {
    pinyin: full,
    initials,
    name_key: accountNameKey(account.name),
    search_text: searchText,
    search_bigrams: bigramsOf(searchText),
  };
};
