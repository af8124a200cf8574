import type { Locale } from "../locale.ts";

/** What frames a mail or a robot's message around the titles. */
export interface OutgoingWords {
  readonly dailySubject: (count: number) => string;
  readonly urgentSubject: (title: string, more: number) => string;
  readonly greeting: (name: string) => string;
  readonly lead: (count: number) => string;
  readonly open: string;
  readonly change: string;
  readonly more: (count: number) => string;
  readonly robotTitle: string;
  readonly robotTest: string;
  readonly mailTestSubject: string;
  readonly mailTest: (host: string) => string;
}

export const outgoingWords: Record<Locale, OutgoingWords> = {
  "zh-CN": {
    dailySubject: (count) => `每日提醒：${count} 条未读`,
    urgentSubject: (title, more) =>
      more > 0 ? `紧急：${title}，另有 ${more} 条` : `紧急：${title}`,
    greeting: (name) => `${name}，您好：`,
    lead: (count) => `有 ${count} 条通知您还没有看。`,
    open: "查看",
    change: "修改通知设置",
    more: (count) => `另有 ${count} 条，请到系统中查看`,
    robotTitle: "大客户提醒",
    robotTest: "测试消息：这个机器人已接入，之后的提醒会发到这里。",
    mailTestSubject: "测试邮件",
    mailTest: (host) => `这封邮件由 ${host} 发出，说明发信设置可以使用。`,
  },
  en: {
    dailySubject: (count) => `Daily digest: ${count} unread`,
    urgentSubject: (title, more) =>
      more > 0 ? `Urgent: ${title}, and ${more} more` : `Urgent: ${title}`,
    greeting: (name) => `Dear ${name},`,
    lead: (count) =>
      count === 1
        ? "There is one notification you have not read."
        : `There are ${count} notifications you have not read.`,
    open: "Open",
    change: "Change what you are told",
    more: (count) => `${count} more are in the product`,
    robotTitle: "Key accounts",
    robotTest: "Test message: this robot is connected, and news will be sent here.",
    mailTestSubject: "Test mail",
    mailTest: (host) => `This mail was sent by ${host}: the settings work.`,
  },
};
