import { type SeededRandom, seededRandom } from "@mainstay/analytics/numeric/seeded-random";
import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { type DemoPart, keyCast, smallPart } from "./demo-cast.ts";
import { companyNamer, demoIndustries, demoRegions, personName, pick } from "./demo-names.ts";

export interface DemoAccount {
  number: string;
  name: string;
  shortName: string;
  industry: string;
  region: string;
  parentNumber: string | null;
  isKey: boolean;
  story: string;
  people: { name: string; title: string; department: string }[];
}

export interface DemoOrder {
  number: string;
  accountNumber: string;
  isReturn: boolean;
  refersTo: string | null;
  day: DayNumber;
  currency: string;
  lines: { product: string; quantity: number; priceMinor: number; costMinor: number }[];
  dueDay: DayNumber;
  paidDay: DayNumber | null;
  promisedDay: DayNumber;
  deliveredDay: DayNumber | null;
}

export interface DemoPortfolio {
  accounts: DemoAccount[];
  products: { number: string; name: string; category: string }[];
  orders: DemoOrder[];
  rates: { currency: string; fromDay: DayNumber; rate: number }[];
}

const years = 6;
const small = 98;
const categories = ["传动部件", "控制系统", "耗材", "备件", "检测服务", "定制方案"];
const grades = ["标准型", "增强型", "旗舰型", "经济型"];
const jobs: readonly (readonly [string, string])[] = [
  ["总经理", "总经办"],
  ["采购总监", "采购部"],
  ["技术总监", "技术部"],
  ["财务经理", "财务部"],
  ["生产厂长", "生产部"],
];
const yuanPer = { CNY: 1, USD: 7.1, EUR: 7.7, HKD: 0.91, JPY: 0.048 } as const;

const drawAccounts = (random: SeededRandom, parts: readonly DemoPart[]): DemoAccount[] => {
  const nameCompany = companyNamer(random);
  return parts.map((part, index) => {
    const isKey = index < keyCast.length;
    const [industry, word] = pick(random, demoIndustries);
    // Four key accounts lead groups; the small accounts just behind them belong to those groups.
    const isHead = isKey && index % 6 === 0;
    const group =
      index >= keyCast.length && index < keyCast.length + 10
        ? ((index - keyCast.length) % 4) * 6
        : null;
    return {
      number: `C${String(index + 1).padStart(4, "0")}`,
      ...nameCompany(word, isHead),
      industry,
      region: pick(random, demoRegions),
      parentNumber: group === null ? null : `C${String(group + 1).padStart(4, "0")}`,
      isKey,
      story: part.story,
      people: jobs
        .slice(0, isKey ? 3 + (index % 3) : 1)
        .map(([title, department]) => ({ name: personName(random), title, department })),
    };
  });
};

interface Making {
  readonly random: SeededRandom;
  readonly today: DayNumber;
  readonly number: () => string;
}

const drawOrder = (
  making: Making,
  part: DemoPart,
  accountNumber: string,
  day: DayNumber,
): DemoOrder => {
  const { random, today } = making;
  const age = (today - day) / 365;
  const shrink = part.lateShrink && today - day <= part.lateShrink.days ? part.lateShrink.share : 1;
  const currency = part.currency ?? "CNY";
  const yuan =
    part.orderYuan *
    (1 + (part.amountGrowth ?? 0)) ** -age *
    shrink *
    Math.exp(random.normal() * 0.16);
  const count = 1 + Math.floor(random.uniform() * 5);
  const lines = Array.from({ length: count }, () => {
    const dropped = part.dropsCategory && today - day < 300;
    const category = dropped
      ? Math.floor(random.uniform() * 4)
      : Math.floor(random.uniform() * categories.length);
    const quantity = 1 + Math.floor(random.uniform() * 40);
    const priceMinor = Math.max(
      1,
      Math.round(((yuan / count) * 100) / quantity / yuanPer[currency]),
    );
    const margin = 0.18 + 0.06 * category + random.normal() * 0.03;
    const product = `P${category + 1}${1 + Math.floor(random.uniform() * grades.length)}`;
    return {
      product,
      quantity,
      priceMinor,
      costMinor: Math.round(priceMinor * quantity * (1 - margin)),
    };
  });
  const late = part.paysLate ? Math.max(0, 55 - (today - day) / 12) : random.exponential(1 / 4);
  const dueDay = day + 45;
  const paid = Math.round(dueDay - 12 + late + random.exponential(1 / 5));
  const promisedDay = day + 10 + Math.floor(random.uniform() * 10);
  const delivered = Math.round(promisedDay - 2 + random.exponential(1 / 2));
  return {
    number: making.number(),
    accountNumber,
    isReturn: false,
    refersTo: null,
    day,
    currency,
    lines,
    dueDay,
    paidDay: paid < today ? paid : null,
    promisedDay,
    deliveredDay: delivered < today ? delivered : null,
  };
};

/** A part of one line comes back some days later: a return that refers to its order. */
const drawReturn = (making: Making, order: DemoOrder): DemoOrder | null => {
  const day = order.day + 5 + Math.floor(making.random.uniform() * 20);
  const line = order.lines[0];
  if (day >= making.today || !line || line.quantity < 4) return null;
  const quantity = -Math.ceil(line.quantity / 4);
  const costMinor = Math.round((line.costMinor / line.quantity) * quantity);
  return {
    ...order,
    number: making.number(),
    isReturn: true,
    refersTo: order.number,
    day,
    lines: [{ ...line, quantity, costMinor }],
  };
};

const drawRates = (
  random: SeededRandom,
  from: DayNumber,
  today: DayNumber,
): DemoPortfolio["rates"] =>
  (["USD", "EUR", "HKD", "JPY"] as const).flatMap((currency) => {
    const rates = [];
    for (let fromDay = from - 40; fromDay < today; fromDay += 91) {
      const rate =
        yuanPer[currency] * (1 + Math.sin(fromDay / 400) * 0.03 + random.normal() * 0.004);
      rates.push({ currency, fromDay, rate: Math.round(rate * 1e6) / 1e6 });
    }
    return rates;
  });

/**
 * The demo workspace's business: about 120 invented customers over six years up to `today`, 22 of them key accounts
 * with a story each (analytics.md § 1: the yearly customer that goes silent, shrinking orders, late payment …).
 * The same day gives the same portfolio everywhere.
 */
export const drawDemoPortfolio = (today: DayNumber): DemoPortfolio => {
  const random = seededRandom(20_261_121);
  const span = { from: today - Math.round(years * 365.25), today };
  const parts = [...keyCast, ...Array.from({ length: small }, () => smallPart(random))];
  const accounts = drawAccounts(random, parts);
  let serial = 0;
  const making = { random, today, number: () => `SO${String(++serial).padStart(6, "0")}` };
  const orders = parts.flatMap((part, index) => {
    const accountNumber = accounts[index]?.number ?? "";
    return part.days(random, span).flatMap((day) => {
      const order = drawOrder(making, part, accountNumber, day);
      const back = random.uniform() < 0.04 ? drawReturn(making, order) : null;
      return back ? [order, back] : [order];
    });
  });
  const products = categories.flatMap((category, c) =>
    grades.map((grade, g) => ({
      number: `P${c + 1}${g + 1}`,
      name: `${category}·${grade}`,
      category,
    })),
  );
  return { accounts, products, orders, rates: drawRates(random, span.from, today) };
};
