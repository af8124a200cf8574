import { isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type {
  IncomingChannel,
  IncomingReason,
} from "@mainstay/domain/incoming-message/incoming-message-kind";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { keepMessage } from "../incoming-message/message-queries.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { makePublicLink } from "../public-link/make-public-link.ts";
import type { DemoTeam } from "./save-demo-team.ts";

interface DemoMessage {
  readonly daysAgo: number;
  readonly hour: number;
  readonly channel: IncomingChannel;
  readonly because: IncomingReason;
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly words: string;
  readonly kind?: "complaint" | "fault" | "request" | "question";
  readonly company?: string;
}

/** Addresses end in `.example`, so that nothing can ever be sent to them. */
const messages: readonly DemoMessage[] = [
  {
    daysAgo: 0,
    hour: 1,
    channel: "mailbox",
    because: "unknown_sender",
    name: "设备科 小刘",
    address: "liu.equip@binhai.example",
    subject: "泵站备件何时到货",
    words: "您好，我是滨海项目设备科的新同事。上周报的两套机械密封什么时候能到？现场等着检修。",
  },
  {
    daysAgo: 1,
    hour: 6,
    channel: "form",
    because: "open_form",
    name: "赵工",
    address: "zhao@huaxin.example",
    company: "华信精工",
    subject: "控制柜报警停机",
    words: "控制柜报 E07 后停机，断电重启仍然报警。请尽快安排人员电话联系。",
    kind: "fault",
  },
  {
    daysAgo: 2,
    hour: 3,
    channel: "mailbox",
    because: "several_accounts",
    name: "孙经理",
    address: "sun@jituan.example",
    subject: "Re: 年度保养计划",
    words: "两个厂区的保养想排在同一周，请给一个方案。",
  },
  {
    daysAgo: 3,
    hour: 8,
    channel: "mailbox",
    because: "unknown_sender",
    name: "K. Weber",
    address: "weber@rheinwerk.example",
    subject: "Certificate for delivery 4711",
    words: "Could you please send us the material certificate for the last delivery?",
  },
];
const automatic: DemoMessage = {
  daysAgo: 1,
  hour: 2,
  channel: "mailbox",
  because: "automatic",
  name: "周倩",
  address: "zhouqian@lianhe.example",
  subject: "自动回复：外出",
  words: "我正在休假，下周一恢复办公。",
};

/** For the demo: messages that wait to be sorted, one that a program wrote, and filing links whose secrets nobody has. */
export const saveDemoMessages = async (
  tx: Tx,
  tenantId: TenantId,
  keyIds: readonly string[],
  team: DemoTeam,
  day: number,
): Promise<void> => {
  const at = (daysAgo: number, hour: number) =>
    new Date(Date.parse(`${isoFromDayNumber(day - daysAgo)}T00:00:00Z`) + hour * 3_600_000);
  for (const one of [...messages, automatic]) {
    const { daysAgo, hour, name, address, company, ...message } = one;
    await keepMessage(tx, tenantId, {
      ...message,
      id: newId(),
      status: one === automatic ? "set_aside" : "waiting",
      fromName: name,
      fromAddress: address,
      fromCompany: company ?? "",
      sizeBytes: Buffer.byteLength(one.words),
      at: at(daysAgo, hour),
    });
  }
  for (const [index, accountId] of keyIds.slice(0, 6).entries()) {
    await makePublicLink(tx, tenantId, {
      purpose: "case_filing",
      subjectId: null,
      accountId,
      personId: null,
      expiresAt: at(-300 + index * 20, 4),
      createdBy: team.managers[index % team.managers.length] ?? null,
    });
  }
};
