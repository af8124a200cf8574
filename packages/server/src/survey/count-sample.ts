import type { SampleCount, SamplingShape } from "@mainstay/contract/survey";
import { drawSample, leftOutReasons } from "@mainstay/domain/survey/draw-sample";
import type { Context } from "../platform/access/context.ts";
import { loadSampleCandidates } from "./sample-candidates.ts";
import { readSurveySetting } from "./survey-setting.ts";

const departmentsShown = 50;

/** Whom a rule would ask today and who would be left out, with the very function that draws; nothing is kept. */
export const countSample = (context: Context, rule: SamplingShape): Promise<SampleCount> =>
  context.read(async (db) => {
    const { tenantId, today } = context;
    const candidates = await loadSampleCandidates(db, tenantId, today);
    const limits = await readSurveySetting(db, tenantId);
    const sample = drawSample(candidates, rule, limits, { seed: 0, today });
    const perDepartment = new Map<string, number>();
    for (const { department, hasLeft } of candidates)
      if (department !== null && !hasLeft)
        perDepartment.set(department, (perDepartment.get(department) ?? 0) + 1);
    return {
      asked: sample.asked.length,
      accounts: new Set(sample.asked.map(({ accountId }) => accountId)).size,
      eligible: sample.eligible,
      always: sample.always,
      leftOut: leftOutReasons
        .map((because) => ({ because, count: sample.leftOut[because] }))
        .filter(({ count }) => count > 0),
      departments: [...perDepartment]
        .map(([name, count]) => ({ name, count }))
        .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
        .slice(0, departmentsShown),
    };
  });
