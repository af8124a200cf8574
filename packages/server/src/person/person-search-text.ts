import { personNameKey } from "@mainstay/domain/person/person-name-key";
import { pinyin } from "pinyin-pro";
import { bigramsOf } from "../account/account-search-text.ts";
import { normaliseSearch } from "../account/account-search-condition.ts";

/** What a person is found and sorted by, as its columns; derived, never typed. */
export interface PersonSearchText {
  readonly pinyin: string;
  readonly initials: string;
  readonly name_key: string;
  readonly search_text: string;
  readonly search_bigrams: string[];
}

const longest = 400;

/**
 * Full pinyin (the sort key) and initials with the reading a surname has (单 is Shàn, 曾 Zēng), the key by which names are
 * held equal, and what search reads: name, number, pinyin and initials, the common reading too. A Latin name stands for
 * itself.
 */
export const personSearchText = (person: {
  readonly name: string;
  readonly externalId?: string | null | undefined;
}): PersonSearchText => {
  const name = normaliseSearch(person.name);
  const isLatin = /^[\u0000-\u007f]*$/.test(name);
  const read = (surname: "head" | "off"): string[] =>
    isLatin
      ? name.split(" ")
      : pinyin(name.replace(/[·・]/g, ""), {
          toneType: "none",
          type: "array",
          nonZh: "consecutive",
          v: true,
          surname,
        });
  const joined = (syllables: string[]) => syllables.join("").replace(/\s+/g, "").slice(0, longest);
  const initialsOf = (syllables: string[]) =>
    syllables
      .map((syllable) => syllable.trim()[0] ?? "")
      .join("")
      .slice(0, longest);
  const syllables = read("head");
  const common = read("off");
  const words = [
    name,
    personNameKey(person.name),
    person.externalId,
    joined(syllables),
    initialsOf(syllables),
    joined(common),
    initialsOf(common),
  ];
  const searchText = [
    ...new Set(words.map((word) => normaliseSearch(word ?? "")).filter(Boolean)),
  ].join(" ");
  return {
    pinyin: (isLatin ? name : joined(syllables)).slice(0, longest),
    initials: initialsOf(syllables),
    name_key: personNameKey(person.name),
    search_text: searchText,
    search_bigrams: bigramsOf(searchText),
  };
};
