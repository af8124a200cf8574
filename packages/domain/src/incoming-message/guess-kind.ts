import type { CaseKind } from "../case/case-kind.ts";

const signs: readonly (readonly [CaseKind, RegExp])[] = [
  ["complaint", /投诉|不满|抗议|太差|失望|complain|unacceptable|disappoint|dissatisf/i],
  [
    "fault",
    /故障|损坏|坏了|漏(油|水|气)|报警|停机|异常|失灵|不能(用|启动|工作)|无法(使用|启动|工作)|broken|fault|fail|defect|leak|not work|does ?n.t work|out of order|alarm|error/i,
  ],
  [
    "question",
    /请问|咨询|怎么|如何|是否|吗？|吗\?|\?\s*$|how (do|can|to)|could you tell|question/im,
  ],
];

/**
 * What a message most likely is, by its words: a complaint before a fault before a question, else a request. A guess that
 * whoever answers may correct; it sets the clocks until then, so the graver reading wins.
 */
export const guessKind = (subject: string, words: string): CaseKind => {
  const text = `${subject}\n${words}`.slice(0, 5_000);
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? "request";
};
