import type { ReasonWords } from "./reason-words.ts";

const counted = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** The reason of a warning: the judgement and what it rests on, in one sentence. */
export const signalReasonsEn: ReasonWords<"signal"> = {
  "signal.season_closed": ({ calendar, from, to, earlier, daysPast }, say) => {
    const window =
      calendar === "lunar"
        ? `between day ${from.day} of lunar month ${from.month} and day ${to.day} of lunar month ${to.month}`
        : `between ${say.monthDay(from)} and ${say.monthDay(to)}`;
    const years = earlier.map(({ on, amount }) => `${say.day(on)} ${say.money(amount)}`).join(", ");
    return `Used to order ${window} (${years}); this year's window closed ${say.number(daysPast)} ${counted(daysPast, "day", "days")} ago without an order.`;
  },
  "signal.rhythm_broken": (p, say) =>
    `Has ordered every ${say.number(p.gapDays)}±${say.number(p.spreadDays)} days since ${p.sinceYear}, last on ${say.day(p.lastOn)}; the next order was due around ${say.day(p.expectedOn)} and is ${say.number(p.overdueDays)} ${counted(p.overdueDays, "day", "days")} late (${say.share(p.probability)} likely lost).`,
  "signal.silence_too_long": (p, say) =>
    `No order for ${say.number(p.silenceDays)} days since ${say.day(p.lastOn)}, ${
      p.longerThanEver
        ? `longer than its longest gap ever (${say.number(p.longestGapDays)} days)`
        : `unusual for its rhythm (longest gap ${say.number(p.longestGapDays)} days)`
    }; ${say.share(p.probability)} likely lost.`,
  "signal.order_amount_shrinking": (p, say) =>
    `Still orders in its rhythm, but orders of the last ${say.number(p.months)} ${counted(p.months, "month", "months")} are about ${say.money(p.recent)} each, ${say.share(p.drop)} below the usual ${say.money(p.usual)}.`,
  "signal.orders_fewer": (p, say) =>
    `Ordered ${say.number(p.orders)} ${counted(p.orders, "time", "times")} in the last ${say.number(p.days)} days where its past and the season let expect about ${say.number(p.expectedOrders)}; ${say.money(p.recent)} instead of about ${say.money(p.usual)}.`,
  "signal.product_category_lost": (p, say) =>
    `“${p.product}” used to be in ${say.share(p.usualShare)} of its orders and is missing from the ${say.number(p.ordersSince)} orders since ${say.day(p.lastOn)} (about ${say.money(p.yearly)} a year).`,
  "signal.payment_delay": (p, say) =>
    `The last three invoices were paid ${say.number(p.recentDaysLate)} days late on average, ${say.number(p.usualDaysLate)} before${
      p.overdueInvoices > 0
        ? `; ${say.number(p.overdueInvoices)} more ${counted(p.overdueInvoices, "is", "are")} overdue, ${say.money(p.overdue)} in all`
        : ""
    }.`,
};
