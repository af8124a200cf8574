import type { AccountEvaluation } from "@mainstay/analytics/portfolio/account-evaluation";
import type { PortfolioEvaluation } from "@mainstay/analytics/portfolio/evaluate-portfolio";
import { minorDecimals } from "@mainstay/domain/money/currency";
import type { Locale } from "@mainstay/phrases/locale";
import type { CliWords } from "@mainstay/phrases/reason/cli-words";
import { renderEvaluationReason } from "@mainstay/phrases/reason/render-evaluation-reason";
import { refusedReason } from "./file-words.ts";
import type { OrderFile } from "./read-order-file.ts";

const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toFixed(digits));

/**
 * The analysis as the JSON that programs read: days as ISO text, probabilities and scores 0..1, amounts in
 * major units of `totals.currency` (null where the file names none). `clv` is the middle of `clvRange`.
 */
export const analysisJson = (
  evaluation: PortfolioEvaluation,
  file: OrderFile,
  ignoredOrders: number,
  locale: Locale,
  words: CliWords,
): object => {
  const major = 10 ** minorDecimals(file.currency);
  const money = (minor: number | null): number | null => (minor === null ? null : minor / major);
  const { rhythm, value } = evaluation.model;
  const account = (one: AccountEvaluation): object => ({
    account: file.accounts[one.account],
    ...(file.columns.accountName ? { name: file.names[one.account] } : {}),
    orders: one.orders,
    firstOn: one.firstOn,
    lastOn: one.lastOn,
    revenue12m: money(one.revenue12m),
    margin12m: money(one.margin12m),
    growth: rounded(one.growth, 4),
    value: rounded(one.value.score, 4),
    potential: rounded(one.potential.score, 4),
    segment: one.segment?.level ?? null,
    grade: one.grade.level,
    level: one.level,
    pLost: one.pLost,
    pOrder90: one.pOrder90,
    nextOrder: one.nextOrder,
    clv: money(one.clv?.mid ?? null),
    clvRange: one.clv && { low: money(one.clv.low), high: money(one.clv.high) },
    valueAtRisk: money(one.valueAtRisk),
    signals: one.signals.map(({ kind, severity, reason, moneyAtStake, evidence }) => ({
      kind,
      severity,
      reason: renderEvaluationReason(reason, locale),
      moneyAtStake: money(moneyAtStake),
      evidence: evidence.map(({ kind: about, on, amountMinor, label, number }) => ({
        kind: about,
        on,
        amount: money(amountMinor),
        label,
        number,
      })),
    })),
    rhythm: renderEvaluationReason(one.rhythm, locale),
    notEnoughHistory: one.notEnoughHistory,
    historyGaps: one.historyGaps,
  });
  const { totals } = evaluation;
  return {
    asOf: evaluation.asOf,
    model: {
      version: evaluation.model.version,
      rhythm: { prior: rhythm.prior, accountsUsed: rhythm.accountsUsed },
      purchase: { model: "mbg-nbd", unit: "week", basis: value.purchaseBasis, ...value.purchase },
      spend: value.spend.gammaGamma ? "gamma-gamma" : "shrunk-mean",
    },
    accounts: evaluation.accounts.filter(({ orders }) => orders > 0).map(account),
    totals: {
      ...totals,
      accounts: evaluation.accounts.filter(({ orders }) => orders > 0).length,
      revenue12m: money(totals.revenue12m),
      valueAtRisk: money(totals.valueAtRisk),
      currency: file.currency,
      lines: file.counts.lines,
      usedLines: file.counts.accepted,
      anonymousLines: file.counts.anonymous,
      ordersAfterAsOf: ignoredOrders,
      rejectedRows: file.counts.refused,
    },
    rejectedRows: file.refused.map((one) => ({
      line: one.line,
      reason: refusedReason(one, words),
    })),
  };
};
