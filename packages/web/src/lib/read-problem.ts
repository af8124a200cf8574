import { AppProblem } from "./problem.ts";
import type { FieldProblem } from "./problem.ts";

const asText = (value: unknown): string => (typeof value === "string" ? value : "");

const asFields = (value: unknown): FieldProblem[] =>
  Array.isArray(value)
    ? value.flatMap((entry: unknown) => {
        if (typeof entry !== "object" || entry === null) return [];
        const { path, detail } = entry as { path?: unknown; detail?: unknown };
        return [{ path: asText(path), message: asText(detail) }];
      })
    : [];

/** Turns an answer that refuses (problem+json, or whatever a proxy put in its place) into an AppProblem. */
export const readProblem = async (response: Response): Promise<AppProblem> => {
  const requestId = response.headers.get("x-request-id");
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== "object" || body === null || !("code" in body))
    return new AppProblem("answer.unreadable", response.status, "", requestId);
  const problem = body as Record<string, unknown>;
  return new AppProblem(
    asText(problem["code"]) as AppProblem["code"],
    response.status,
    asText(problem["detail"]) || asText(problem["title"]),
    asText(problem["requestId"]) || requestId,
    asFields(problem["fields"]),
    (problem["params"] ?? {}) as Record<string, unknown>,
  );
};
