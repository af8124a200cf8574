import { workdayYearStatuses } from "@mainstay/domain/calendar/workday-year-status";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, nothing, text } from "./endpoint/wire.ts";

/** A day that differs from the plain week: a holiday, or a make-up workday (调休). */
export const WorkdayView = z.object({ onDate: day, isWorkday: z.boolean(), label: z.string() });
export type WorkdayView = z.infer<typeof WorkdayView>;

const params = z.object({ onDate: day });

export const workdays = {
  list: endpoint({
    id: "workdays.list",
    method: "GET",
    path: "/workdays",
    allow: "setting.view",
    summary:
      "Holidays and make-up workdays of a year, and whether its arrangement is published (official), by the law alone (preliminary) or unknown (none)",
    query: z.object({ year: z.coerce.number().int().min(1990).max(2100) }),
    response: z.object({
      items: z.array(WorkdayView),
      status: z.enum(workdayYearStatuses),
      /** The workspace has changed or taken over the year; else it follows what Mainstay ships. */
      isOwn: z.boolean(),
    }),
  }),
  put: endpoint({
    id: "workdays.put",
    method: "PUT",
    path: "/workdays/:onDate",
    allow: "setting.edit",
    summary: "Say whether a day is worked",
    params,
    body: z.object({ isWorkday: z.boolean(), label: text(100).default("") }),
    response: WorkdayView,
  }),
  remove: endpoint({
    id: "workdays.remove",
    method: "DELETE",
    path: "/workdays/:onDate",
    allow: "setting.edit",
    summary: "Let the day follow the plain week again",
    params,
    response: nothing,
    status: 204,
  }),
  importText: endpoint({
    id: "workdays.importText",
    method: "POST",
    path: "/workdays/import",
    allow: "setting.edit",
    summary:
      "Read lines `2026-02-17 休 春节` or `2026-02-14 班 春节调休` (also off/work, comma or tab); all lines or none. As the arrangement of a year they take its place, and open playbook steps are dated anew",
    body: z.object({
      text: z.string().min(1).max(100_000),
      as: z.enum(["official", "preliminary", "days"]).default("days"),
    }),
    response: z.object({ days: z.int(), redated: z.int() }),
  }),
  adoptOfficial: endpoint({
    id: "workdays.adoptOfficial",
    method: "POST",
    path: "/workdays/adopt",
    allow: "setting.edit",
    summary: "Adopt the holiday arrangement of mainland China that Mainstay ships for a year",
    body: z.object({ year: z.int() }),
    response: z.object({ days: z.int(), redated: z.int() }),
  }),
};
