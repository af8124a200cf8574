import type { AccountEvaluation } from "@mainstay/analytics/portfolio/account-evaluation";
import type { PortfolioEvaluation } from "@mainstay/analytics/portfolio/evaluate-portfolio";
import { segments } from "@mainstay/domain/account/segment";
import { formatNumber, formatShare } from "@mainstay/phrases/format/format-number";
import { glossaryEn } from "@mainstay/phrases/glossary/en";
import { glossaryZh } from "@mainstay/phrases/glossary/zh";
import type { Locale } from "@mainstay/phrases/locale";
import type { CliWords } from "@mainstay/phrases/reason/cli-words";
import { renderEvaluationReason } from "@mainstay/phrases/reason/render-evaluation-reason";
import type { OrderFile } from "./read-order-file.ts";
import { createSpeaker } from "@mainstay/phrases/reason/speaker";
import { fitWidth, textTable } from "./text-table.ts";

const accountWidth = 28;

/** The analysis as text for a terminal: summary, key accounts by segment, warnings with one reason each. */
export const analysisText = (
  evaluation: PortfolioEvaluation,
  file: OrderFile,
  notes: readonly string[],
  locale: Locale,
  words: CliWords,
  limit: number,
): string => {
  const glossary = locale === "zh-CN" ? glossaryZh : glossaryEn;
  const speaker = createSpeaker(locale);
  const money = (minor: number): string => speaker.money({ minor, currency: file.currency ?? "" });
  const share = (value: number | null): string => (value === null ? "—" : formatShare(value));
  const growth = (value: number | null): string => {
    if (value === null) return "—";
    const percent = Math.round(value * 100);
    return `${percent > 0 ? "+" : ""}${formatNumber(percent)}%`;
  };
  const label = ({ account }: AccountEvaluation): string => {
    const name = file.names[account];
    return fitWidth(
      name ? `${file.accounts[account]} ${name}` : (file.accounts[account] ?? ""),
      accountWidth,
    );
  };
  const { totals } = evaluation;
  const { summary, column } = words;
  const known = evaluation.accounts.filter(({ orders }) => orders > 0);
  const lines: string[] = [
    `${summary.title} · ${evaluation.asOf}`,
    [
      `${summary.accounts} ${formatNumber(known.length)}`,
      `${summary.orders} ${formatNumber(totals.orders)}`,
      `${summary.revenue12m} ${money(totals.revenue12m)}`,
      `${summary.valueAtRisk} ${money(totals.valueAtRisk)}`,
      `${summary.warnings} ${formatNumber(totals.signals)}`,
      `${summary.tooNew} ${formatNumber(totals.notEnoughHistory)}`,
    ].join("  ·  "),
    ...notes,
  ];
  const head = [
    column.account,
    column.grade,
    column.revenue12m,
    column.growth,
    column.pLost,
    column.pOrder90,
    column.nextOrder,
    column.clv,
  ];
  for (const segment of segments) {
    const members = known
      .filter((one) => one.segment?.level === segment)
      .sort((a, b) => b.revenue12m - a.revenue12m);
    if (members.length === 0) continue;
    lines.push("", words.segmentTitle(glossary.segment[segment], members.length));
    const shown = members.slice(0, segment === "develop" ? Math.min(5, limit) : limit);
    const rows = shown.map((one) => [
      label(one),
      glossary.grade[one.grade.level],
      money(one.revenue12m),
      growth(one.growth),
      share(one.pLost),
      share(one.pOrder90),
      one.nextOrder?.expected ?? "—",
      one.clv ? money(one.clv.mid) : "—",
    ]);
    lines.push(textTable(head, rows, [false, false, true, true, true, true, true, true]));
    if (members.length > shown.length) lines.push(words.more(members.length - shown.length));
  }
  const warned = known
    .flatMap((one) => one.signals.map((signal) => ({ one, signal })))
    .sort((a, b) => b.signal.moneyAtStake - a.signal.moneyAtStake);
  lines.push("", warned.length === 0 ? words.noWarnings : words.warningsTitle(warned.length));
  for (const { one, signal } of warned.slice(0, limit)) {
    lines.push(
      `• ${label(one)}  ${glossary.severity[signal.severity]} · ${glossary.signalKind[signal.kind]} · ${column.atStake} ${money(signal.moneyAtStake)}`,
      `  ${renderEvaluationReason(signal.reason, locale)}`,
    );
  }
  if (warned.length > limit) lines.push(words.more(warned.length - limit));
  return lines.join("\n");
};
