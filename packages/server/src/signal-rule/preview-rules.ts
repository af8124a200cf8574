import type { SignalRulePreview } from "@mainstay/contract/signal-rule";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { findSignalRuleFaults } from "@mainstay/domain/signal-rule/check-signal-rules";
import type { SignalRules } from "@mainstay/domain/signal-rule/signal-rules";
import { signalRuleFaultWords } from "@mainstay/phrases/error/signal-rule-fault-words";
import type { Locale } from "@mainstay/phrases/locale";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { replayRules } from "./replay-rules.ts";

/** How often the past year is looked at: every day of a small portfolio, every week or fourth week of a large one. */
const stepDaysFor = (accounts: number): number =>
  accounts <= 1_000 ? 1 : accounts <= 20_000 ? 7 : 28;

/** Refuses rules that contradict themselves; says what is wrong. */
export const demandUsableRules = (rules: SignalRules, locale: Locale): void => {
  const faults = findSignalRuleFaults(rules);
  if (faults.length === 0) return;
  const problem = faults.map((fault) => signalRuleFaultWords[locale][fault]).join(" ");
  throw new AppError("signal_rule.invalid", { problem, faults });
};

/** What other rules would have raised in the past year; only counts leave the database, nothing is saved. */
export const previewRules = async (
  context: Context,
  rules: SignalRules,
): Promise<SignalRulePreview> => {
  demandUsableRules(rules, context.locale);
  const { tenantId, today } = context;
  const kinds = await context.read(async (db) => {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from account where tenant_id = ${tenantId}::uuid`.execute(db);
    const stepDays = stepDaysFor(rows[0]?.n ?? 0);
    return { stepDays, kinds: await replayRules(db, { tenantId, today, rules, stepDays }) };
  });
  const from = (dayNumberFromIso(today) ?? 0) - 364;
  return { fromOn: isoFromDayNumber(from), toOn: today, ...kinds };
};
