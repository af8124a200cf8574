import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { type LifetimeValue, lifetimeValuer } from "../lifetime-value/lifetime-value.ts";
import { accountOutlook } from "../lifetime-value/account-outlook.ts";
import type { ValueModel } from "../lifetime-value/value-model.ts";
import { accountsInBook } from "../order-day/order-book.ts";
import { yearlyRevenue } from "../order-day/yearly-revenue.ts";
import { mbgNbdPAlive } from "../purchase-model/mbg-nbd.ts";
import type { RhythmModel } from "../rhythm/rhythm-model.ts";
import type { RhythmOptions } from "../rhythm/rhythm-options.ts";
import type { RhythmScore } from "../rhythm/rhythm-score.ts";
import { scoreRhythm } from "../rhythm/score-rhythm.ts";
import { type AccountGrowth, accountGrowth } from "../segmentation/account-growth.ts";
import type { PortfolioInput } from "./portfolio-input.ts";

/** The figures of one account that need no other account: the first half of an evaluation. */
export interface AccountFacts {
  account: number;
  orders: number;
  firstDay: DayNumber | null;
  lastDay: DayNumber | null;
  daysKnown: number;
  /** Net and cost of trailing years 0, 1, 2; cost NaN where unknown. */
  years: Float64Array;
  margin12m: number | null;
  /** Share of revenue that stays: the account's own over three years where costs are known, else the setting. */
  marginShare: number;
  growth: AccountGrowth;
  rhythm: RhythmScore;
  /** P(at least one order in 90 days): by rhythm, for a single order by the purchase model. */
  pOrder90: number | null;
  clv: LifetimeValue | null;
  /** What the value axis ranks. */
  measure: number;
}

const yearsRead = 3;

const marginOf = (
  net: Float64Array,
  cost: Float64Array | null,
): { margin12m: number | null; share: number | null } => {
  if (!cost) return { margin12m: null, share: null };
  const margin12m = Number.isNaN(cost[0]!) ? null : net[0]! - cost[0]!;
  const [sold, spent] = [net, cost].map((years) => years.reduce((sum, value) => sum + value, 0));
  const share = sold! > 0 && !Number.isNaN(spent!) ? 1 - spent! / sold! : null;
  return { margin12m, share };
};

/**
 * Reads the facts of the accounts asked for (all by default) as known at the end of `asOf`. Orders after it
 * must not be in the book's figures: build the book with the same `asOf`.
 */
export const readAccountFacts = (
  { book, extras, closures }: PortfolioInput,
  settings: EvaluationSettings,
  asOf: DayNumber,
  rhythmModel: RhythmModel,
  valueModel: ValueModel,
  only?: readonly number[],
): AccountFacts[] => {
  const { net, cost } = yearlyRevenue(book, asOf, yearsRead);
  const pauses = new Map<
    number,
    NonNullable<RhythmOptions["plannedPauses"]> extends ReadonlyMap<number, infer R> ? R : never
  >();
  for (const [account, extra] of extras ?? []) {
    if (extra.plannedPauses?.length) pauses.set(account, extra.plannedPauses);
  }
  const options: RhythmOptions = { plannedPauses: pauses, closures, levels: settings.riskLevels };
  const valueOf = lifetimeValuer(book, valueModel, asOf, settings.clv);
  const accounts = only ?? Array.from({ length: accountsInBook(book) }, (_, i) => i);
  return accounts.map((account): AccountFacts => {
    const [from, to] = [book.offsets[account]!, book.offsets[account + 1]!];
    const orders = to - from;
    const firstDay = orders > 0 ? book.days[from]! : null;
    const lastDay = orders > 0 ? book.days[to - 1]! : null;
    const years = net.slice(account * yearsRead, (account + 1) * yearsRead);
    const { margin12m, share } = marginOf(
      years,
      cost && cost.slice(account * yearsRead, (account + 1) * yearsRead),
    );
    const marginShare = share ?? settings.clv.defaultMargin;
    const rhythm = scoreRhythm(rhythmModel, book, account, asOf, options);
    const outlook = accountOutlook(book, account, asOf, valueModel);
    let pAlive = rhythm.pAlive;
    let { pOrder90 } = rhythm;
    if (outlook && pAlive === null) {
      const { purchase } = valueModel;
      const one = {
        x: Float64Array.of(outlook.x),
        tx: Float64Array.of(outlook.tx),
        T: Float64Array.of(outlook.T),
      };
      pAlive = mbgNbdPAlive(purchase, one)[0]!;
      const rate = purchase.alpha + outlook.T;
      pOrder90 = pAlive * (1 - (rate / (rate + 90 / 7)) ** (purchase.r + outlook.x));
    }
    const clv = valueOf(account, pAlive ?? 0);
    const byMargin = margin12m ?? (cost ? years[0]! * marginShare : years[0]!);
    return {
      account,
      orders,
      firstDay,
      lastDay,
      daysKnown: firstDay === null ? 0 : asOf - firstDay + 1,
      years,
      margin12m,
      marginShare,
      growth: accountGrowth(years, firstDay === null ? 0 : asOf - firstDay + 1),
      rhythm,
      pOrder90,
      clv,
      measure: settings.valueMeasure === "clv_36m" ? (clv?.mid ?? 0) * marginShare : byMargin,
    };
  });
};
