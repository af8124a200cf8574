import type { InteractionMood } from "../interaction/interaction-kind.ts";
import type { Piece } from "./quick-log-reading.ts";

/** At one place the earlier line wins: 不满意 is upset before 满意 is pleased. */
const words: readonly (readonly [InteractionMood, RegExp])[] = [
  [
    "upset",
    /不太?满意?|不大满意|不是很?(?:满意|高兴)|不(?:太|怎么|是)?(?:高兴|开心|愉快|认可)|没有?好脸色|很?生气|发(?:了)?(?:脾气|火)|愤怒|恼火|气愤|抱怨|投诉|失望|怨言|吐槽|很有意见|意见很大|\b(?:(?:not|isn't|wasn't|un)[ -]?(?:very |at all |really |too |so )?(?:happy|pleased|satisfied|glad|impressed)|upset|angry|annoyed|frustrated|furious|dissatisfied|disappointed|complain(?:ed|s|ing)?|unhappy|mad at)\b/g,
  ],
  [
    "worried",
    /担心|担忧|忧虑|焦虑|着急|顾虑|犹豫|不放心|发愁|有压力|紧张|疑虑|\b(?:worr(?:ied|ies|y)|concern(?:ed|s)?|anxious|nervous|hesitant|uneasy|afraid)\b/g,
  ],
  [
    "pleased",
    /满意|高兴|开心|愉快|认可|肯定(?=我|了|的)|称赞|赞赏|赞扬|表扬|夸(?:了|奖|我)|感谢|很?热情|心情(?:很|不)(?:好|错)|气氛(?:很|不)?(?:好|错|融洽)|\b(?:happy|pleased|satisfied|glad|delighted|thankful|grateful|impressed|praised|positive|thrilled)\b/g,
  ],
  [
    "neutral",
    /态度一般|反应平淡|中立|不置可否|没(?:有)?表态|\b(?:neutral|non-?committal|lukewarm)\b/g,
  ],
];

const weight: Readonly<Record<InteractionMood, number>> = {
  upset: 3,
  worried: 2,
  pleased: 1,
  neutral: 0,
};
const negation =
  /(?:不再?|没有?|并不|不用|无需|别|未|打消了?|消除了?)$|(?:\bnot|\bn't|\bno longer|\bnever|\bno)(?: very| really| too)?\s*$/;
const turn = /后来|最后|最终|现在|结束时|走的?时候?|\b(?:in the end|now|eventually|finally|left)\b/;

/**
 * How they seemed. What is denied (没有不满, "not worried") does not count; of several the graver one counts, unless the
 * line says that it turned in the end (一开始担心，后来很满意).
 */
export const readMood = (text: string): Piece<InteractionMood> | null => {
  const found = words.flatMap(([value, pattern], rank) =>
    [...text.matchAll(pattern)].map((match) => ({
      value,
      rank,
      span: { from: match.index, to: match.index + match[0].length },
    })),
  );
  found.sort((a, b) => a.span.from - b.span.from || a.rank - b.rank);
  const apart = found.filter(
    (one, at) => at === 0 || one.span.from >= (found[at - 1]?.span.to ?? 0),
  );
  const meant = apart.filter(
    ({ span }) => !negation.test(text.slice(Math.max(0, span.from - 14), span.from)),
  );
  const last = meant.at(-1);
  const before = meant.at(-2);
  if (last && before && turn.test(text.slice(before.span.to, last.span.from)))
    return { value: last.value, span: last.span };
  const gravest = meant.toSorted(
    (a, b) => weight[b.value] - weight[a.value] || a.span.from - b.span.from,
  )[0];
  return gravest ? { value: gravest.value, span: gravest.span } : null;
};
