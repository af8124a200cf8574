import type { Locale } from "../locale.ts";

/** The words of the small page on which a person withdraws; it carries nothing else. */
export interface WithdrawalWords {
  readonly title: string;
  readonly lead: (handler: string) => string;
  readonly who: (initial: string) => string;
  readonly scope: string;
  readonly purpose: string;
  readonly given: string;
  readonly until: string;
  readonly words: string;
  readonly contact: string;
  readonly notice: string;
  readonly withdraw: string;
  readonly sure: string;
  readonly confirm: string;
  readonly back: string;
  readonly working: string;
  readonly done: string;
  readonly doneWords: (deleted: number) => string;
  readonly receipt: (id: string) => string;
  readonly gone: string;
  readonly goneWords: string;
  readonly unreachable: string;
  readonly again: string;
  readonly loading: string;
  readonly comma: string;
  readonly other: string;
}

export const withdrawalWords: Record<Locale, WithdrawalWords> = {
  "zh-CN": {
    title: "撤回同意",
    lead: (handler) =>
      `您曾同意${handler}收集和使用以下个人信息。您可以随时撤回，不需要说明理由，也不影响业务往来。`,
    who: (initial) => `${initial}＊＊，您好`,
    scope: "您同意的内容",
    purpose: "目的",
    given: "同意日期",
    until: "到期日",
    words: "您看到的同意书全文",
    contact: "联系方式",
    notice: "个人信息处理告知书",
    withdraw: "撤回同意",
    sure: "撤回后立即停止使用，并删除以这份同意为据的全部内容，不能恢复。撤回之前的处理仍然有效。",
    confirm: "确认撤回",
    back: "返回",
    working: "正在办理…",
    done: "已撤回",
    doneWords: (deleted) =>
      deleted > 0
        ? `我们已停止使用，并删除了 ${deleted} 项内容。`
        : "我们已停止使用；没有以它为据的内容需要删除。",
    receipt: (id) => `回执号：${id}`,
    gone: "这个链接已失效",
    goneWords: "这份同意可能已经撤回或到期。如仍有疑问，请联系给您链接的公司。",
    unreachable: "暂时连不上，请稍后再试。",
    again: "重试",
    loading: "正在打开…",
    comma: "、",
    other: "English",
  },
  en: {
    title: "Withdraw consent",
    lead: (handler) =>
      `You agreed that ${handler} collects and uses the personal information below. You may withdraw at any time, without a reason and without any effect on business.`,
    who: (initial) => `Dear ${initial}**`,
    scope: "What you agreed to",
    purpose: "Purpose",
    given: "Given on",
    until: "Ends on",
    words: "The full words you were shown",
    contact: "Contact",
    notice: "Privacy notice",
    withdraw: "Withdraw",
    sure: "Its use stops at once and everything that rests on this consent is deleted for good. What was done before stays lawful.",
    confirm: "Yes, withdraw",
    back: "Back",
    working: "Working…",
    done: "Withdrawn",
    doneWords: (deleted) =>
      deleted > 0
        ? `Its use has stopped and ${deleted} ${deleted === 1 ? "item was" : "items were"} deleted.`
        : "Its use has stopped; nothing rested on it that had to be deleted.",
    receipt: (id) => `Receipt: ${id}`,
    gone: "This link no longer works",
    goneWords:
      "The consent may have been withdrawn or have ended. If in doubt, ask the company that gave you the link.",
    unreachable: "No connection just now; please try again.",
    again: "Try again",
    loading: "Opening…",
    comma: ", ",
    other: "中文",
  },
};
