import type { Endpoint } from "@mainstay/contract/endpoint/endpoint";
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { type FieldRefusal, type Place, refusalsOf, refuseFields } from "./field-problems.ts";

export interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Params, query and body as the contract reads them; all wrong fields are named at once. */
export const parseInput = (endpoint: Endpoint, request: FastifyRequest): Input => {
  const refusals: FieldRefusal[] = [];
  const check = (place: Place, schema: z.ZodType | undefined, value: unknown): unknown => {
    if (!schema) return undefined;
    const checked = schema.safeParse(value);
    if (checked.success) return checked.data;
    refusals.push(...refusalsOf(place, checked.error.issues));
    return undefined;
  };
  const input = {
    params: check("params", endpoint.params, request.params),
    query: check("query", endpoint.query, request.query),
    body: check("body", endpoint.body, request.body ?? undefined),
  };
  if (refusals.length > 0) throw refuseFields(refusals);
  return input;
};
