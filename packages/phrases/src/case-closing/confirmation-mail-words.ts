import type { Locale } from "../locale.ts";

/** The mail that asks a customer whether the solution holds; nothing of what they wrote is repeated. */
export interface ConfirmationMailWords {
  readonly subject: (number: number, isReminder: boolean) => string;
  readonly text: (parts: {
    readonly workspace: string;
    readonly number: number;
    readonly link: string;
    readonly until: string;
    readonly isReminder: boolean;
    readonly isAgain: boolean;
  }) => string;
}

export const confirmationMailWords: Record<Locale, ConfirmationMailWords> = {
  "zh-CN": {
    subject: (number, isReminder) =>
      isReminder
        ? `提醒：申告 ${number} 等您确认是否解决`
        : `申告 ${number} 已处理，请您确认是否解决`,
    text: ({ workspace, number, link, until, isReminder, isAgain }) =>
      `您好：

${
  isReminder
    ? `您的申告 ${number} 我们认为已经解决，还没有收到您的确认。`
    : `您的申告 ${number} ${isAgain ? "我们已重新处理。" : "我们已处理完毕。"}`
}是否真的解决了，由您说了算。请打开下面的页面查看处理结果，告诉我们满意或还没有解决，一分钟即可：
${link}

链接在 ${until} 之前有效，只能用一次。如果还没有解决，我们会重新处理。

${workspace}
（本邮件由系统自动发出）`,
  },
  en: {
    subject: (number, isReminder) =>
      isReminder
        ? `Reminder: is case ${number} solved? Only you can say`
        : `Case ${number}: please tell us whether it is solved`,
    text: ({ workspace, number, link, until, isReminder, isAgain }) =>
      `Hello,

${
  isReminder
    ? `We believe that your case ${number} is solved and have not heard from you yet.`
    : `We have worked on your case ${number}${isAgain ? " again" : ""} and believe that it is solved.`
} Whether it really is, only you can say. Please look at what was done and tell us; it takes a minute:
${link}

The link is good until ${until} and works once. If it is not solved, we take it up again.

${workspace}
(This mail was written by a program.)`,
  },
};
