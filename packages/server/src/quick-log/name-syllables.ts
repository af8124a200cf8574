import { pinyin } from "pinyin-pro";

const remembered = new Map<string, string>();
const mostRemembered = 20_000;

const spell = (name: string, isPerson: boolean): string => {
  const plain = name.normalize("NFKC").toLowerCase().replace(/[·・]/g, "");
  if (/^[\u0000-\u007f]*$/.test(plain)) return plain.replace(/\s+/g, " ").trim();
  const syllables = pinyin(plain, {
    toneType: "none",
    type: "array",
    nonZh: "consecutive",
    v: true,
    surname: isPerson ? "head" : "off",
  });
  return syllables
    .map((syllable) => syllable.trim())
    .filter(Boolean)
    .join(" ");
};

/**
 * A name in pinyin with blanks between its syllables ("zhang wei"), a person's surname as it is read in names (单 is shan).
 * Names change seldom and are asked for often, so spellings are remembered.
 */
export const nameSyllables = (name: string, isPerson: boolean): string => {
  const key = `${isPerson ? "p" : "a"}${name}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const spelt = spell(name, isPerson);
  remembered.set(key, spelt);
  return spelt;
};
