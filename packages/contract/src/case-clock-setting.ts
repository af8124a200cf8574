import { clockModes, clockUnits } from "@mainstay/domain/case/case-clock";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { instant, named } from "./endpoint/wire.ts";

const minuteOfDay = z
  .int()
  .min(0)
  .max(24 * 60);
const mode = z.enum(clockModes);
const term = z.object({ count: z.number().min(0.25).max(1000), unit: z.enum(clockUnits) });
const level = z.object({ mode, reply: term, feedback: term.nullable(), solve: term });

/** What every level promises and which time counts; meaning of each in domain/case/case-clock-setting.ts. */
export const CaseClockSettingShape = z.object({
  opensAtMinute: minuteOfDay,
  closesAtMinute: minuteOfDay,
  levels: z.object({ general: level, major: level, urgent: level }),
  greenChannelMode: mode,
  escalation: z.object({
    waitHours: z.number().min(0.25).max(240),
    waitWorkingHours: z.number().min(0.25).max(240),
  }),
});
export type CaseClockSettingShape = z.infer<typeof CaseClockSettingShape>;

export const CaseClockSettingView = z.object({
  setting: CaseClockSettingShape,
  /** As shipped, to go back to. */
  shipped: CaseClockSettingShape,
  changedBy: named.nullable(),
  changedAt: instant.nullable(),
  /** 0: the shipped one holds. */
  version: z.int().nonnegative(),
  can: z.object({ edit: z.boolean() }),
});
export type CaseClockSettingView = z.infer<typeof CaseClockSettingView>;

export const caseClockSettings = {
  get: endpoint({
    id: "caseClockSettings.get",
    method: "GET",
    path: "/settings/case-clocks",
    allow: "case_setting.view",
    summary: "Clocks of cases: terms of each level, opening hours, waiting times of the ladder",
    response: CaseClockSettingView,
    versioned: true,
  }),
  change: endpoint({
    id: "caseClockSettings.change",
    method: "PUT",
    path: "/settings/case-clocks",
    allow: "case_setting.edit",
    summary: "Change the clocks of cases opened from now on (If-Match)",
    body: CaseClockSettingShape,
    response: CaseClockSettingView,
    versioned: true,
  }),
};
