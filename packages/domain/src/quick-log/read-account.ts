import type { DirectoryAccount, Named, Span } from "./quick-log-reading.ts";
import { remember } from "./remember.ts";

const forms =
  /(?:股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|集团公司|集团|公司|股份|总公司|分公司|\(.*?\)|（.*?）|,?\s*(?:co\.?,?\s*ltd\.?|ltd\.?|inc\.?|corp(?:oration)?\.?|group|llc|gmbh|ag|limited|company)\.?)+$/;
const regions =
  /^(?:中国|中华|北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|深圳|广州|东莞|佛山|惠州|珠海|苏州|无锡|常州|南京|南通|扬州|杭州|宁波|温州|嘉兴|绍兴|合肥|芜湖|厦门|福州|泉州|南昌|济南|青岛|烟台|潍坊|郑州|洛阳|武汉|襄阳|长沙|株洲|成都|绵阳|昆明|贵阳|西安|大连|沈阳|长春|哈尔滨|石家庄|唐山|太原|南宁|柳州|海口|香港|澳门|台湾)(?:省|市|区)?/;

interface Candidate {
  readonly id: string;
  readonly span: Span;
  /** Whether a whole name of the account stands there, not only its beginning. */
  readonly isWhole: boolean;
}

const isLetter = (text: string | undefined): boolean => text !== undefined && /[a-z0-9]/.test(text);
const isLatin = (text: string): boolean => /^[a-z0-9 .&-]+$/.test(text);

/** Names the account is called by: as registered, short, and what is left without the legal form and the place. */
const namesOf = remember((account: DirectoryAccount): string[] => {
  const names = [account.name, account.shortName ?? ""].map((name) => name.toLowerCase().trim());
  const bare = names.map((name) => name.replace(forms, "").trim());
  const core = bare.map((name) => name.replace(regions, ""));
  return [...new Set([...names, ...bare, ...core])].filter((name) => name.length >= 2);
});

const wholeName = (text: string, name: string): Span | null => {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const isApart =
      !isLatin(name) || (!isLetter(text[at - 1]) && !isLetter(text[at + name.length]));
    if (isApart) return { from: at, to: at + name.length };
  }
  return null;
};

/** Names of this length from the front (万华 of 万华化学) name an account too, when nothing names one whole. */
const beginning = (text: string, name: string): Span | null => {
  if (isLatin(name)) {
    const first = name.split(" ")[0] ?? "";
    return first.length >= 4 && first !== name ? wholeName(text, first) : null;
  }
  for (let length = Math.min(name.length - 1, 6); length >= 2; length--) {
    const at = text.indexOf(name.slice(0, length));
    if (at >= 0) return { from: at, to: at + length };
  }
  return null;
};

/** Pinyin: at least the first two syllables as one word or apart (wanhua, wan hua huaxue), or all initials. */
const byPinyin = (text: string, pinyin: string): Span | null => {
  const syllables = pinyin.toLowerCase().split(" ").filter(Boolean);
  if (syllables.length < 2) return null;
  for (let count = Math.min(syllables.length, 8); count >= 2; count--) {
    const some = syllables.slice(0, count);
    const span = wholeName(text, some.join("")) ?? wholeName(text, some.join(" "));
    if (span && span.to - span.from >= 5) return span;
  }
  const initials = syllables.map((syllable) => syllable[0]).join("");
  return initials.length >= 4 ? wholeName(text, initials) : null;
};

const candidateOf = (text: string, account: DirectoryAccount): Candidate | null => {
  const names = namesOf(account);
  const whole = names
    .flatMap((name) => wholeName(text, name) ?? [])
    .sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  if (whole) return { id: account.id, span: whole, isWhole: true };
  const pinyin = byPinyin(text, account.pinyin);
  if (pinyin) return { id: account.id, span: pinyin, isWhole: false };
  const part = names
    .filter((name) => !regions.test(name) || name.replace(regions, "") === "")
    .flatMap((name) => beginning(text, name) ?? [])
    .sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  return part ? { id: account.id, span: part, isWhole: false } : null;
};

/** `isWhole`: a whole name stands there; a beginning may be a coincidence. */
export interface NamedAccount extends Named {
  readonly isWhole: boolean;
}

/**
 * The account a plain line names. Whole names count before beginnings, longer ones before shorter ones; what stays equal
 * are candidates. Names inside a longer name of another account (万华 in 万华化学) do not count.
 */
export const readAccount = (
  text: string,
  accounts: readonly DirectoryAccount[],
): NamedAccount | null => {
  const found = accounts.flatMap((account) => candidateOf(text, account) ?? []);
  const isWhole = found.some((one) => one.isWhole);
  const pool = isWhole ? found.filter((one) => one.isWhole) : found;
  const length = ({ span }: Candidate) => span.to - span.from;
  const longest = Math.max(0, ...pool.map(length));
  const best = pool
    .filter((one) =>
      isWhole ? !pool.some((other) => isInside(one.span, other.span)) : length(one) === longest,
    )
    .sort((a, b) => a.span.from - b.span.from);
  const first = best[0];
  if (!first) return null;
  return {
    span: first.span,
    words: text.slice(first.span.from, first.span.to),
    ids: [...new Set(best.map(({ id }) => id))],
    isWhole,
  };
};

const isInside = (inner: Span, outer: Span): boolean =>
  outer.from <= inner.from && outer.to >= inner.to && outer.to - outer.from > inner.to - inner.from;
