import type { Locale } from "../locale.ts";

/** What every page for people who do not sign in says of itself; each page has its own words besides. */
export interface PublicPageWords {
  readonly loading: string;
  readonly invalid: string;
  readonly invalidWords: string;
  readonly expired: string;
  readonly expiredWords: string;
  readonly used: string;
  readonly usedWords: string;
  readonly tooMany: string;
  readonly tooManyWords: (seconds: number) => string;
  readonly unreachable: string;
  readonly unreachableWords: string;
  readonly failed: string;
  readonly failedWords: string;
  readonly again: string;
  readonly kept: string;
  readonly other: string;
  readonly otherName: string;
  readonly scores: Readonly<Record<1 | 2 | 3 | 4 | 5, string>>;
}

export const publicPageWords: Record<Locale, PublicPageWords> = {
  "zh-CN": {
    loading: "正在打开…",
    invalid: "这个链接打不开",
    invalidWords:
      "链接可能不完整，或已经收回。请从原来的邮件或消息里重新打开，或向给您链接的人再要一个。",
    expired: "这个链接已经过期",
    expiredWords: "请向给您链接的人再要一个新的，内容都还在。",
    used: "这个链接已经用过",
    usedWords: "它只能用一次。如果还有话要说，请联系给您链接的人。",
    tooMany: "请求太频繁",
    tooManyWords: (seconds) => `请过 ${seconds} 秒再试。您写的内容还在。`,
    unreachable: "暂时连不上",
    unreachableWords: "请检查网络后再试。您写的内容还在这部手机上，没有丢。",
    failed: "没有办成",
    failedWords: "我们这边出了问题，请稍后再试。您写的内容还在。",
    again: "重试",
    kept: "已为您找回上次没有提交的内容。",
    other: "English",
    otherName: "Switch to English",
    scores: { 1: "很不满意", 2: "不满意", 3: "一般", 4: "满意", 5: "很满意" },
  },
  en: {
    loading: "Opening…",
    invalid: "This link does not open",
    invalidWords:
      "It may be incomplete, or it was taken back. Please open it again from the original mail or message, or ask whoever gave it to you for another.",
    expired: "This link is too old",
    expiredWords: "Please ask whoever gave it to you for a new one; nothing has been lost.",
    used: "This link has been used",
    usedWords:
      "It works once. If there is more to say, please get in touch with whoever gave it to you.",
    tooMany: "Too many requests",
    tooManyWords: (seconds) =>
      `Please try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}. What you wrote is still here.`,
    unreachable: "No connection just now",
    unreachableWords:
      "Please check your network and try again. What you wrote is still on this device; nothing is lost.",
    failed: "That did not work",
    failedWords:
      "Something went wrong on our side; please try again later. What you wrote is still here.",
    again: "Try again",
    kept: "We brought back what you had not sent last time.",
    other: "中文",
    otherName: "切换到中文",
    scores: {
      1: "Very dissatisfied",
      2: "Dissatisfied",
      3: "Neither",
      4: "Satisfied",
      5: "Very satisfied",
    },
  },
};
