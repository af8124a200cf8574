import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, instant, named, version } from "./endpoint/wire.ts";

/** What hangs on a person and moves with a merge: table by table. */
export const mergedThings = [
  "positions",
  "facts",
  "consents",
  "roles",
  "stances",
  "influences",
  "styles",
  "pairLevels",
  "ties",
  "interactions",
  "prompts",
  "photo",
] as const;
export type MergedThing = (typeof mergedThings)[number];

/** One of the two records that may be one human being. */
export const MergeSide = z.object({
  id,
  name: z.string(),
  externalId: z.string().nullable(),
  isPlaceholder: z.boolean(),
  version,
  createdAt: instant,
  jobs: z.array(
    z.object({
      account: named,
      title: z.string().nullable(),
      department: z.string().nullable(),
      startsOn: day.nullable(),
      endsOn: day.nullable(),
    }),
  ),
  counts: z.record(z.enum(mergedThings), z.int()),
});
export type MergeSide = z.infer<typeof MergeSide>;

/** Both had one where only one can be; the rule decides which stays (docs/decisions/0015). */
export const mergeConflicts = [
  "same_job",
  "same_role",
  "same_tie",
  "tie_between_both",
  "same_pair_level",
  "same_prompt",
  "same_map_place",
  "both_photos",
  "same_handover",
  "same_survey_invitation",
  "same_survey_opt_out",
  "reports_to_self",
] as const;
export type MergeConflict = (typeof mergeConflicts)[number];

export const MergeView = z.object({
  id,
  keptPersonId: id,
  gonePersonId: id,
  goneName: z.string(),
  mergedAt: instant,
  undoUntil: instant,
  undoneAt: instant.nullable(),
});
export type MergeView = z.infer<typeof MergeView>;

const params = z.object({ personId: id });

export const personMerges = {
  suggestions: endpoint({
    id: "personMerges.suggestions",
    method: "GET",
    path: "/person-merges/suggestions",
    allow: "person.merge",
    summary:
      "Pairs of records that are likely one person: same name at an account, same phone, same mail",
    query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(50) }),
    response: z.object({
      items: z.array(
        z.object({
          one: MergeSide.pick({ id: true, name: true, jobs: true }),
          other: MergeSide.pick({ id: true, name: true, jobs: true }),
          because: z.array(z.enum(["same_name", "same_phone", "same_email"])).min(1),
        }),
      ),
    }),
  }),
  preview: endpoint({
    id: "personMerges.preview",
    method: "GET",
    path: "/people/:personId/merge/:otherPersonId",
    allow: "person.merge",
    summary: "Both records side by side and what would move",
    params: z.object({ personId: id, otherPersonId: id }),
    response: z.object({
      kept: MergeSide,
      gone: MergeSide,
      conflicts: z.array(z.object({ kind: z.enum(mergeConflicts), count: z.int().min(1) })),
    }),
  }),
  merge: endpoint({
    id: "personMerges.merge",
    method: "POST",
    path: "/people/:personId/merge",
    allow: "person.merge",
    summary: "Put another record into this one; can be taken back for 30 days",
    params,
    body: z.object({
      gonePersonId: id,
      /** The versions the two had in the preview. */
      keptVersion: version.optional(),
      goneVersion: version.optional(),
    }),
    response: MergeView,
    status: 201,
    idempotent: true,
  }),
  undo: endpoint({
    id: "personMerges.undo",
    method: "POST",
    path: "/person-merges/:mergeId/undo",
    allow: "person.merge",
    summary: "Take a merge back: both records as they were",
    params: z.object({ mergeId: id }),
    response: MergeView,
  }),
};
