import { interactionKinds } from "@mainstay/domain/interaction/interaction-kind";
import { lifecycleStages } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { ownerRoles } from "@mainstay/domain/playbook/owner-role";
import { playbookFaultCodes } from "@mainstay/domain/playbook/playbook-faults";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, instant, named, text } from "./endpoint/wire.ts";

const stage = z.enum(lifecycleStages);
const bothWords = (longest: number) => z.object({ zh: text(longest), en: text(longest) });

/** One step as it is written; meaning of each field in domain/playbook/playbook-step.ts. */
export const PlaybookStepShape = z.object({
  key: z.string().max(80),
  title: bothWords(200),
  why: bothWords(1000),
  done: bothWords(1000),
  ownerRole: z.enum(ownerRoles),
  after: z.string().max(80).nullable(),
  offset: z.number(),
  repeat: z.object({ every: z.number(), times: z.number() }).nullable(),
  contactKinds: z.array(z.enum(interactionKinds)).max(interactionKinds.length),
});
export type PlaybookStepShape = z.infer<typeof PlaybookStepShape>;

const steps = z.array(PlaybookStepShape).max(200);

/** Steps that wait in a browser or a file, before they are checked and published. */
export const PlaybookStepsShape = z.array(PlaybookStepShape);
export const PlaybookDraftShape = z.object({ baseVersion: z.int(), steps: PlaybookStepsShape });

export const PlaybookFaultShape = z.object({
  code: z.enum(playbookFaultCodes),
  steps: z.array(z.string()),
});

export const PlaybookVersionView = z.object({
  version: z.int(),
  note: z.string(),
  steps: z.array(PlaybookStepShape),
  /** Null: shipped with the product. */
  publishedBy: named.nullable(),
  publishedAt: instant.nullable(),
  /** Accounts on which this version is at work; it keeps running when a newer one is published. */
  running: z.int(),
});
export type PlaybookVersionView = z.infer<typeof PlaybookVersionView>;

/** The playbook of a stage: the version in force and every one before it. */
export const PlaybookView = z.object({
  stage,
  version: z.int(),
  versions: z.array(PlaybookVersionView),
  can: z.object({ edit: z.boolean() }),
});
export type PlaybookView = z.infer<typeof PlaybookView>;

export const PlaybookSummary = z.object({
  stage,
  version: z.int(),
  steps: z.int(),
  publishedBy: named.nullable(),
  publishedAt: instant.nullable(),
  /** Runs at work, of any version, and those that follow an older one. */
  running: z.int(),
  runningOlder: z.int(),
});
export type PlaybookSummary = z.infer<typeof PlaybookSummary>;

/** One occurrence of a step with its day, and what the calendar did to it. */
export const PlannedStepView = z.object({
  key: z.string(),
  stepKey: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  ownerRole: z.enum(ownerRoles),
  dueOn: day,
  /** Falls on a make-up workday (调休). */
  isMadeUpDay: z.boolean(),
  /** Holidays passed over on the way from the day it counts from. */
  holidaysPassed: z.int(),
  /** Expected only: it counts from the day another step is finished. */
  isExpected: z.boolean(),
  provisional: z.boolean(),
});
export type PlannedStepView = z.infer<typeof PlannedStepView>;

export const PlaybookPreview = z.object({
  faults: z.array(PlaybookFaultShape),
  /** Empty while there are faults. */
  planned: z.array(PlannedStepView),
});
export type PlaybookPreview = z.infer<typeof PlaybookPreview>;

const params = z.object({ stage });

export const playbooks = {
  list: endpoint({
    id: "playbooks.list",
    method: "GET",
    path: "/playbooks",
    allow: "playbook.view",
    summary: "The playbook of every stage, its version in force and how many accounts run it",
    response: z.object({ items: z.array(PlaybookSummary) }),
  }),
  get: endpoint({
    id: "playbooks.get",
    method: "GET",
    path: "/playbooks/:stage",
    allow: "playbook.view",
    summary: "The steps of a stage's playbook in force, and its older versions",
    params,
    response: PlaybookView,
  }),
  preview: endpoint({
    id: "playbooks.preview",
    method: "POST",
    path: "/playbooks/:stage/preview",
    allow: "playbook.view",
    summary:
      "What is wrong with these steps, and on which workdays they would fall; nothing is saved",
    params,
    body: z.object({ steps, startOn: day }),
    response: PlaybookPreview,
  }),
  publish: endpoint({
    id: "playbooks.publish",
    method: "POST",
    path: "/playbooks/:stage/publish",
    allow: "playbook.edit",
    summary:
      "Put new steps in force for runs that begin from now on; what runs keeps its version. Refused while there are faults",
    params,
    body: z.object({ steps, baseVersion: z.int(), note: text(1000) }),
    response: PlaybookView,
    status: 201,
    idempotent: true,
  }),
};
