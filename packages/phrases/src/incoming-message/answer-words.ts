import type { Locale } from "../locale.ts";

/** What the product itself answers to whoever wrote to us; nothing of what they wrote is repeated. */
export interface AnswerWords {
  readonly receivedSubject: (token: string) => string;
  readonly received: (parts: {
    readonly workspace: string;
    readonly number: number;
    readonly replyBy: string;
    readonly link: string;
  }) => string;
  readonly tooLargeSubject: string;
  readonly tooLarge: (parts: { readonly workspace: string; readonly limit: string }) => string;
  /** What a case is called whose message had no subject. */
  readonly untitled: (channel: "mail" | "page") => string;
  /** Stands before who is to be asked back. */
  readonly contact: string;
}

export const answerWords: Record<Locale, AnswerWords> = {
  "zh-CN": {
    receivedSubject: (token) => `${token} 我们已收到您的来信`,
    received: ({ workspace, number, replyBy, link }) =>
      `您好：

您的来信已登记，编号 ${number}。我们会在 ${replyBy} 前答复您。

处理进度请在这里查看，也可以在页面上补充说明：
${link}

直接回复本邮件即可补充，请保留主题中的编号。

${workspace}
（本邮件由系统自动发出）`,
    tooLargeSubject: "您的来信太大，我们没有收到内容",
    tooLarge: ({ workspace, limit }) =>
      `您好：

您刚才发来的邮件超过了 ${limit}，我们没有收到其中的内容。请去掉或缩小附件后再发一次。

${workspace}
（本邮件由系统自动发出）`,
    untitled: (channel) => (channel === "mail" ? "客户来信（无主题）" : "客户在线提交"),
    contact: "联系方式",
  },
  en: {
    receivedSubject: (token) => `${token} We have your message`,
    received: ({ workspace, number, replyBy, link }) =>
      `Hello,

Your message is registered as case ${number}. We will reply by ${replyBy}.

You can follow it here, and add to it:
${link}

Answering this mail adds to the case as well; please leave the number in the subject.

${workspace}
(This mail was written by a program.)`,
    tooLargeSubject: "Your mail was too large and did not reach us",
    tooLarge: ({ workspace, limit }) =>
      `Hello,

The mail you just sent us is larger than ${limit}, so we could not take it. Please send it again with fewer or smaller files.

${workspace}
(This mail was written by a program.)`,
    untitled: (channel) =>
      channel === "mail" ? "Mail without a subject" : "Sent by the public page",
    contact: "Contact",
  },
};
