const digits = "零一二三四五六七八九";
const englishCounts = "zero one two three four five six seven eight nine ten eleven twelve".split(
  " ",
);

/** How a count is written inside a Chinese expression of time, for use in patterns. */
export const countPattern =
  "(?:\\d{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]百?|几)";
export const englishCountPattern = `(?:\\d{1,3}|an?|${englishCounts.slice(1).join("|")}|couple of)`;

/** Reads a count up to 999: `15`, `十五`, `二十`, `两`, `three`, `a`; null where it is none ("几"). */
export const readCount = (text: string): number | null => {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === "a" || text === "an") return 1;
  if (text === "couple of") return 2;
  const english = englishCounts.indexOf(text);
  if (english >= 0) return english;
  const plain = text.replace("两", "二");
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(plain);
  if (tens)
    return (tens[1] ? digits.indexOf(tens[1]) : 1) * 10 + (tens[2] ? digits.indexOf(tens[2]) : 0);
  if (/^[一二三四五六七八九]百$/.test(plain)) return digits.indexOf(plain[0] ?? "") * 100;
  const unit = plain.length === 1 ? digits.indexOf(plain) : -1;
  return unit >= 0 ? unit : null;
};
