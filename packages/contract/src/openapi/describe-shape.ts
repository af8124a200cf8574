import { z } from "zod";
import { namedShapes } from "./named-shapes.ts";

export type JsonObject = { [key: string]: unknown };

/**
 * A zod shape as JSON Schema (2020-12, the dialect of OpenAPI 3.1). Named shapes inside it are put into `schemas` once
 * and referred to; a shape that reads differently on its way in than on its way out gets the name with `Input` then.
 */
export const describeShape = (
  shape: z.ZodType,
  io: "input" | "output",
  schemas: Map<string, JsonObject>,
): JsonObject => {
  const made = z.toJSONSchema(shape, {
    io,
    metadata: namedShapes,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      // What says nothing to a reader: the largest integers, the regular expression behind a format.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  }) as JsonObject;
  const { $defs = {}, ...rest } = withoutId(made);
  delete rest.$schema;
  const own = namedShapes.get(shape as z.ZodObject)?.id;
  const parts = { ...($defs as Record<string, JsonObject>) };
  if (own !== undefined && parts[own] === undefined) parts[own] = rest;
  const names = new Map(Object.keys(parts).map((name) => [name, name]));
  for (const [name, part] of Object.entries(parts)) {
    const known = schemas.get(name);
    const text = JSON.stringify(renamed(withoutId(part), names));
    if (known && JSON.stringify(known) !== text) names.set(name, `${name}Input`);
  }
  for (const [name, part] of Object.entries(parts)) {
    schemas.set(names.get(name) ?? name, renamed(withoutId(part), names) as JsonObject);
  }
  if (own !== undefined) return { $ref: `#/components/schemas/${names.get(own) ?? own}` };
  return renamed(rest, names) as JsonObject;
};

const withoutId = (part: JsonObject): JsonObject => {
  const copy = { ...part };
  delete copy.id;
  return copy;
};

/** The same schema with its references pointing into the components. */
const renamed = (value: unknown, names: Map<string, string>): unknown => {
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== "$ref" || typeof inner !== "string") return [key, renamed(inner, names)];
      const name = inner.replace(/^#\/\$defs\//, "");
      return [key, `#/components/schemas/${names.get(name) ?? name}`];
    }),
  );
};
