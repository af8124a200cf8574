import { z } from "zod";

/** What can be wrong with one field; words in phrases under the same name. */
export const fieldProblems = [
  "required",
  "wrong_type",
  "wrong_form",
  "too_long",
  "too_short",
  "too_big",
  "too_small",
  "unknown_value",
  "nul_character",
  "not_known",
] as const;
export type FieldProblem = (typeof fieldProblems)[number];

/** A refusal on the wire (RFC 9457, application/problem+json). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** One of the error codes; stable, for programs. */
  code: z.string(),
  /** Words for the reader, in the reader's language. */
  detail: z.string(),
  requestId: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
  /** For `request.invalid`: each wrong field, where it stands and what is wrong. */
  fields: z
    .array(
      z.object({
        in: z.enum(["params", "query", "body", "headers"]),
        path: z.string(),
        problem: z.enum(fieldProblems),
        detail: z.string(),
      }),
    )
    .optional(),
});
export type Problem = z.infer<typeof Problem>;
