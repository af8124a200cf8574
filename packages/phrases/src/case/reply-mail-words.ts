import type { Locale } from "../locale.ts";

/** The mail that carries an answer of ours to the customer who raised a case. */
export interface ReplyMailWords {
  readonly subject: string;
  readonly text: (parts: {
    readonly workspace: string;
    readonly number: number;
    readonly words: string;
  }) => string;
}

export const replyMailWords: Record<Locale, ReplyMailWords> = {
  "zh-CN": {
    subject: "关于您的申告",
    text: ({ workspace, number, words }) =>
      `您好：

关于您的申告 ${number}：

${words}

直接回复本邮件即可补充，请保留主题中的编号。

${workspace}`,
  },
  en: {
    subject: "About your case",
    text: ({ workspace, number, words }) =>
      `Hello,

About your case ${number}:

${words}

Answering this mail adds to the case; please leave the number in the subject.

${workspace}`,
  },
};
