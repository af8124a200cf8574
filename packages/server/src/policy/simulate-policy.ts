import type { PolicySimulation } from "@mainstay/contract/policy";
import { grades } from "@mainstay/domain/account/grade";
import { segments } from "@mainstay/domain/account/segment";
import { findSettingFaults } from "@mainstay/domain/evaluation/check-evaluation-settings";
import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { settingFaultWords } from "@mainstay/phrases/error/setting-fault-words";
import type { Locale } from "@mainstay/phrases/locale";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { type PlacedAccount, placeAccountsByPolicy } from "./place-accounts-by-policy.ts";

type Simulation = z.output<typeof PolicySimulation>;
const mostExamples = 20;

/** Refuses settings that contradict themselves; says what is wrong. */
export const demandUsableSettings = (settings: EvaluationSettings, locale: Locale): void => {
  const faults = findSettingFaults(settings);
  if (faults.length === 0) return;
  const problem = faults.map((fault) => settingFaultWords[locale][fault]).join(" ");
  throw new AppError("policy.invalid", { problem, faults });
};

/** Counts what would change. */
export const countMoves = (placed: readonly PlacedAccount[]): Simulation => {
  const moving = placed.filter(({ segment, askedSegment }) => segment !== askedSegment);
  const moves = new Map<string, Simulation["moves"][number]>();
  for (const { segment, askedSegment, revenue12mMinor } of moving) {
    const key = `${segment} ${askedSegment}`;
    const move = moves.get(key) ?? {
      from: segment,
      to: askedSegment,
      accounts: 0,
      revenue12mMinor: 0,
    };
    move.accounts += 1;
    move.revenue12mMinor += revenue12mMinor;
    moves.set(key, move);
  }
  const count = (matches: (one: PlacedAccount) => boolean) => placed.filter(matches).length;
  return {
    accounts: placed.length,
    moves: [...moves.values()].sort((a, b) => b.revenue12mMinor - a.revenue12mMinor),
    examples: moving
      .toSorted((a, b) => b.revenue12mMinor - a.revenue12mMinor)
      .slice(0, mostExamples)
      .map(({ accountId, name, segment, askedSegment, revenue12mMinor }) => ({
        accountId,
        name,
        from: segment,
        to: askedSegment,
        revenue12mMinor,
      })),
    bySegment: segments.map((segment) => ({
      segment,
      before: count((one) => one.segment === segment),
      after: count((one) => one.askedSegment === segment),
    })),
    byGrade: grades.map((grade) => ({
      grade,
      before: count((one) => (one.grade ?? "none") === grade),
      after: count((one) => one.askedGrade === grade),
    })),
  };
};

/** What other settings would change; nothing is saved. */
export const simulatePolicy = async (
  context: Context,
  settings: EvaluationSettings,
): Promise<Simulation> => {
  demandUsableSettings(settings, context.locale);
  return countMoves(
    await context.read((db) => placeAccountsByPolicy(db, context.tenantId, settings)),
  );
};
