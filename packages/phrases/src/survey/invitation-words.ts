import type { InvitationStatus } from "@mainstay/domain/survey/survey-kind";
import type { Locale } from "../locale.ts";

/** How an asking stands, and the headers of the list of those asked; for screens and workbooks alike. */
export interface InvitationWords {
  readonly status: Readonly<Record<InvitationStatus, string>>;
  readonly headers: readonly string[];
}

export const invitationWords: Record<Locale, InvitationWords> = {
  "zh-CN": {
    status: {
      planned: "待发送",
      sent: "已发送",
      opened: "已打开",
      answered: "已填写",
      bounced: "退信",
      declined: "这次不填",
      dropped: "未发出",
    },
    headers: ["客户", "姓名", "状态", "安排日期", "发送日期", "填写日期", "提醒次数"],
  },
  en: {
    status: {
      planned: "Waiting to be sent",
      sent: "Sent",
      opened: "Opened",
      answered: "Answered",
      bounced: "Bounced",
      declined: "Not this time",
      dropped: "Not sent",
    },
    headers: ["Account", "Person", "Status", "Planned", "Sent", "Answered", "Reminders"],
  },
};
