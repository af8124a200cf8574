import type { PlaybookPreview } from "@mainstay/contract/playbook";
import {
  dayNumberFromIso,
  type IsoDay,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import { yearOf } from "@mainstay/domain/calendar/official-workdays";
import type { DifferentDays } from "@mainstay/domain/calendar/working-days";
import { planPlaybook } from "@mainstay/domain/playbook/plan-playbook";
import { findPlaybookFaults } from "@mainstay/domain/playbook/playbook-faults";
import type { PlaybookStep } from "@mainstay/domain/playbook/playbook-step";
import type { Context } from "../platform/access/context.ts";
import { loadYearStatus } from "../workday/different-days.ts";
import { loadCalendarOfRun } from "./run-queries.ts";

/** Holidays on weekdays between two days, the ends left out: what pushed a step back. */
const holidaysBetween = (from: IsoDay, to: IsoDay, different: DifferentDays): number => {
  const [a, b] = [dayNumberFromIso(from) ?? 0, dayNumberFromIso(to) ?? 0];
  let holidays = 0;
  for (let day = Math.min(a, b) + 1; day < Math.max(a, b); day++) {
    const isWeekday = ![0, 6].includes((((day + 4) % 7) + 7) % 7);
    if (isWeekday && different.get(isoFromDayNumber(day)) === false) holidays += 1;
  }
  return holidays;
};

/** What is wrong with steps that somebody is writing, and, if nothing is, on which days they would fall. */
export const previewPlaybook = (
  context: Context,
  steps: readonly PlaybookStep[],
  startOn: IsoDay,
): Promise<PlaybookPreview> =>
  context.read(async (db) => {
    const faults = findPlaybookFaults(steps).map(({ code, steps: about }) => ({
      code,
      steps: [...about],
    }));
    if (faults.length > 0) return { faults, planned: [] };
    const different = await loadCalendarOfRun(db, context.tenantId, startOn);
    const statusOf = await loadYearStatus(db, context.tenantId);
    const byKey = new Map(steps.map((step) => [step.key, step]));
    const planned = planPlaybook(steps, startOn, different).flatMap((one) => {
      const step = byKey.get(one.stepKey);
      if (!step) return [];
      return [
        {
          key: one.key,
          stepKey: one.stepKey,
          title: step.title,
          ownerRole: step.ownerRole,
          dueOn: one.dueOn,
          isMadeUpDay: different.get(one.dueOn) === true,
          holidaysPassed: holidaysBetween(one.windowFromOn, one.dueOn, different),
          isExpected: !one.isFirm,
          provisional: statusOf(yearOf(one.dueOn)) !== "official",
        },
      ];
    });
    return {
      faults,
      planned: planned.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
    };
  });
