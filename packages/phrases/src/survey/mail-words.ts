import type { Locale } from "../locale.ts";

/** The mail that asks somebody at a customer for their opinion, and the one that reminds them. */
export interface SurveyMailWords {
  readonly subject: (title: string, sender: string) => string;
  readonly reminderSubject: (title: string, sender: string) => string;
  readonly greeting: (name: string) => string;
  readonly reminder: string;
  readonly anonymous: string;
  readonly answer: string;
  readonly until: (day: string) => string;
  readonly stop: string;
  readonly closing: (sender: string) => string;
}

export const surveyMailWords: Record<Locale, SurveyMailWords> = {
  "zh-CN": {
    subject: (title, sender) => `${sender}：${title}`,
    reminderSubject: (title, sender) => `提醒 · ${sender}：${title}`,
    greeting: (name) => `${name}，您好：`,
    reminder: "几天前我们给您发过一份问卷，如果您还没来得及填，现在仍然可以填写。",
    anonymous: "这是一份匿名问卷：我们只知道您是否填过，不知道您填了什么。",
    answer: "填写问卷",
    until: (day) => `填写截止 ${day}。链接只属于您，请不要转发。`,
    stop: "不想再收到问卷？打开下面的链接，告诉我们一声即可：",
    closing: (sender) => `谢谢！\n${sender}`,
  },
  en: {
    subject: (title, sender) => `${sender}: ${title}`,
    reminderSubject: (title, sender) => `Reminder · ${sender}: ${title}`,
    greeting: (name) => `Dear ${name},`,
    reminder:
      "A few days ago we sent you a survey. If you have not come round to it, it is still open.",
    anonymous: "This survey is anonymous: we know whether you answered, not what you answered.",
    answer: "Open the survey",
    until: (day) => `Open until ${day}. The link is yours alone; please do not pass it on.`,
    stop: "Would you rather not be asked again? Open this link and tell us once:",
    closing: (sender) => `Thank you!\n${sender}`,
  },
};
