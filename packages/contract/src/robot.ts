import { robotKinds, robotScopes } from "@mainstay/domain/robot/robot-kind";
import { robotNewsKinds } from "@mainstay/domain/robot/robot-news";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, instant, named, nothing, requiredText, text, version } from "./endpoint/wire.ts";

const minuteOfDay = z.int().min(0).max(1439);
const locale = z.enum(["zh-CN", "en"]);

/** A group robot; of its address only the last four characters are shown. */
export const RobotView = z.object({
  id,
  name: z.string(),
  kind: z.enum(robotKinds),
  addressHint: z.string(),
  hasSecret: z.boolean(),
  keyword: z.string().nullable(),
  kinds: z.array(z.enum(robotNewsKinds)),
  scope: z.enum(robotScopes),
  department: named.nullable(),
  locale,
  quietFrom: minuteOfDay.nullable(),
  quietTo: minuteOfDay.nullable(),
  workdaysOnly: z.boolean(),
  isPaused: z.boolean(),
  waiting: z.int().nonnegative(),
  dead: z.int().nonnegative(),
  lastSentAt: instant.nullable(),
  lastError: z.string().nullable(),
  lastErrorAt: instant.nullable(),
  version,
});
export type RobotView = z.infer<typeof RobotView>;

const terms = z.object({
  name: requiredText(60),
  keyword: text(40).nullable(),
  kinds: z.array(z.enum(robotNewsKinds)).max(robotNewsKinds.length),
  scope: z.enum(robotScopes),
  departmentId: id.nullable(),
  locale,
  quietFrom: minuteOfDay.nullable(),
  quietTo: minuteOfDay.nullable(),
  workdaysOnly: z.boolean(),
});
const draft = terms.extend({
  /** The webhook address as the platform gave it; which kind it is, it says itself. */
  address: z.string().trim().max(500),
  secret: z.string().trim().max(200).nullish(),
});
export type RobotDraft = z.output<typeof draft>;
const change = terms.extend({
  /** Left out: stays as it is. */
  address: z.string().trim().max(500).optional(),
  /** Left out: stays as it is. Null: there is none. */
  secret: z.string().trim().max(200).nullish(),
  isPaused: z.boolean(),
});
export type RobotChange = z.output<typeof change>;

const params = z.object({ robotId: id });

export const robots = {
  list: endpoint({
    id: "robots.list",
    method: "GET",
    path: "/robots",
    allow: "setting.edit",
    summary: "The group robots news goes to",
    response: z.object({ items: z.array(RobotView) }),
  }),
  add: endpoint({
    id: "robots.add",
    method: "POST",
    path: "/robots",
    allow: "setting.edit",
    summary: "Add a group robot by its webhook address, which is kept sealed and never shown again",
    body: draft,
    response: RobotView,
    status: 201,
    versioned: true,
  }),
  edit: endpoint({
    id: "robots.edit",
    method: "PUT",
    path: "/robots/:robotId",
    allow: "setting.edit",
    summary: "Change a robot or let it pause (If-Match)",
    params,
    body: change,
    response: RobotView,
    versioned: true,
  }),
  remove: endpoint({
    id: "robots.remove",
    method: "DELETE",
    path: "/robots/:robotId",
    allow: "setting.edit",
    summary: "Remove a robot with all that waits for it",
    params,
    response: nothing,
    status: 204,
  }),
  check: endpoint({
    id: "robots.check",
    method: "POST",
    path: "/robots/:robotId/check",
    allow: "setting.edit",
    summary: "Send a test message and refuse with the reason if the platform did not take it",
    params,
    response: z.object({ isFine: z.literal(true) }),
  }),
};
