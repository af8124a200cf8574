import type { FieldProblem, Problem } from "@mainstay/contract/error/problem";
import { fieldProblemWords } from "@mainstay/phrases/error/field-problem-words";
import { fillPlaces } from "@mainstay/phrases/error/error-words";
import type { Locale } from "@mainstay/phrases/locale";
import type { z } from "zod";
import { AppError } from "./app-error.ts";

export type Place = "params" | "query" | "body" | "headers";
export interface FieldRefusal {
  readonly in: Place;
  readonly path: string;
  readonly problem: FieldProblem;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Refuses input field by field. */
export const refuseFields = (fields: readonly FieldRefusal[]): AppError =>
  new AppError("request.invalid", { fields });

/** Refuses one field for a reason only a verb can know. */
export const refuseField = (path: string, problem: FieldProblem, place: Place = "body"): AppError =>
  refuseFields([{ in: place, path, problem, params: {} }]);

const ofIssue = (issue: z.core.$ZodIssue): { problem: FieldProblem; params?: object } => {
  switch (issue.code) {
    case "invalid_type":
      return { problem: issue.message.includes("received undefined") ? "required" : "wrong_type" };
    case "too_big":
      return {
        problem: ["string", "array", "set"].includes(issue.origin) ? "too_long" : "too_big",
        params: { limit: issue.maximum },
      };
    case "too_small":
      return {
        problem: ["string", "array", "set"].includes(issue.origin) ? "too_short" : "too_small",
        params: { limit: issue.minimum },
      };
    case "invalid_value":
      return { problem: "unknown_value", params: { choices: issue.values.join(", ") } };
    case "unrecognized_keys":
      return { problem: "not_known" };
    case "custom":
      return { problem: issue.message === "text.nul" ? "nul_character" : "wrong_form" };
    default:
      return { problem: "wrong_form" };
  }
};

/** What a zod check found, as refusals that name place, field and reason; at most 50. */
export const refusalsOf = (place: Place, issues: readonly z.core.$ZodIssue[]): FieldRefusal[] =>
  issues.slice(0, 50).map((issue) => {
    const { problem, params } = ofIssue(issue);
    return { in: place, path: issue.path.join("."), problem, params: { ...params } };
  });

/** The refusals with their words. */
export const wordedFields = (
  fields: readonly FieldRefusal[],
  locale: Locale,
): NonNullable<Problem["fields"]> =>
  fields.map(({ in: place, path, problem, params }) => ({
    in: place,
    path,
    problem,
    detail: fillPlaces(fieldProblemWords[locale][problem], params),
  }));
