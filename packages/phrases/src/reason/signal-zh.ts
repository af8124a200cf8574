import type { ReasonWords } from "./reason-words.ts";

/** 预警原因，一句话说清判断和依据。 */
export const signalReasonsZh: ReasonWords<"signal"> = {
  "signal.season_closed": ({ calendar, from, to, earlier, daysPast }, say) => {
    const window = `${calendar === "lunar" ? "农历" : ""}${say.monthDay(from)}至${say.monthDay(to)}`;
    const years = earlier.map(({ on, amount }) => `${say.day(on)} ${say.money(amount)}`).join("、");
    return `往年都在${window}下单（${years}），今年的窗口已过 ${say.number(daysPast)} 天仍无订单。`;
  },
  "signal.rhythm_broken": (p, say) =>
    `自 ${p.sinceYear} 年起约每 ${say.number(p.gapDays)}±${say.number(p.spreadDays)} 天下单一次，上次是 ${say.day(p.lastOn)}，本应在 ${say.day(p.expectedOn)} 前后再次下单，已晚 ${say.number(p.overdueDays)} 天（流失概率 ${say.share(p.probability)}）。`,
  "signal.silence_too_long": (p, say) =>
    `自 ${say.day(p.lastOn)} 起已 ${say.number(p.silenceDays)} 天没有下单，${
      p.longerThanEver
        ? `超过以往最长间隔 ${say.number(p.longestGapDays)} 天`
        : `以往最长间隔 ${say.number(p.longestGapDays)} 天，按其节奏已属反常`
    }(流失概率 ${say.share(p.probability)})。`,
  "signal.order_amount_shrinking": (p, say) =>
    `下单节奏未变，但近 ${say.number(p.months)} 个月每单约 ${say.money(p.recent)}，比以往的 ${say.money(p.usual)} 少 ${say.share(p.drop)}。`,
  "signal.orders_fewer": (p, say) =>
    `近 ${say.number(p.days)} 天只下单 ${say.number(p.orders)} 次，按以往同期应有约 ${say.number(p.expectedOrders)} 次；金额 ${say.money(p.recent)}，往常约 ${say.money(p.usual)}。`,
  "signal.product_category_lost": (p, say) =>
    `以往 ${say.share(p.usualShare)} 的订单都有“${p.product}”，${say.day(p.lastOn)} 之后的 ${say.number(p.ordersSince)} 单再没有出现（每年约 ${say.money(p.yearly)}）。`,
  "signal.payment_delay": (p, say) =>
    `最近三笔回款平均晚 ${say.number(p.recentDaysLate)} 天，以往为 ${say.number(p.usualDaysLate)} 天${
      p.overdueInvoices > 0
        ? `；另有 ${say.number(p.overdueInvoices)} 张发票逾期未付，共 ${say.money(p.overdue)}`
        : ""
    }。`,
};
