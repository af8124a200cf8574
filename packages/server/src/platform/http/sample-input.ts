import type { Endpoint } from "@mainstay/contract/endpoint/endpoint";
import { z } from "zod";

type Schema = {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  pattern?: string;
  $ref?: string;
  $defs?: Record<string, Schema>;
};

/** Gives the id to put where a field of this name wants one. */
export type IdChooser = (fieldName: string) => string;

/** For tests: an input that satisfies an endpoint's contract as sparely as possible, with ids of the test's choice. */
export const sampleInput = (endpoint: Endpoint, chooseId: IdChooser) => ({
  params: sample(endpoint.params, chooseId) as Record<string, unknown> | undefined,
  body: sample(endpoint.body, chooseId),
});

/** For tests: the query of an endpoint with what it demands, or with everything it takes but the place of a page. */
export const sampleQuery = (endpoint: Endpoint, chooseId: IdChooser, how: "spare" | "full") =>
  sample(endpoint.query, chooseId, how === "full") as Record<string, unknown> | undefined;

const sample = (shape: z.ZodType | undefined, chooseId: IdChooser, isFull = false): unknown => {
  if (!shape) return undefined;
  const schema = z.toJSONSchema(shape, { io: "input", unrepresentable: "any" }) as Schema;
  if (isFull) schema.required = optionalNames(schema.properties ?? {});
  return valueOf(schema, "", chooseId, schema.$defs ?? {});
};

/** A value cannot be made up where a shape says nothing. */
const optionalNames = (properties: Record<string, Schema>): string[] =>
  Object.keys(properties).filter(
    (name) => name !== "cursor" && Object.keys(properties[name] ?? {}).length > 0,
  );

const valueOf = (
  schema: Schema,
  name: string,
  chooseId: IdChooser,
  defs: Record<string, Schema>,
): unknown => {
  const again = (inner: Schema, as = name) => valueOf(inner, as, chooseId, defs);
  if (schema.$ref) return again(defs[schema.$ref.replace("#/$defs/", "")] ?? {});
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf)?.find((one) => one.type !== "null");
  if (choice) return again(choice);
  if (schema.allOf?.[0]) return again(schema.allOf[0]);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, again(schema.properties?.[key] ?? {}, key)]),
      );
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => again(schema.items ?? {}));
    case "integer":
    case "number":
      return Math.min(Math.max(schema.minimum ?? 1, 1), schema.maximum ?? 1_000_000);
    case "boolean":
      return true;
    case "string":
      return textOf(schema, name, chooseId);
    default:
      return {};
  }
};

const textOf = (schema: Schema, name: string, chooseId: IdChooser): string => {
  if (schema.format === "uuid") return chooseId(name);
  if (schema.format === "date") return "2026-10-01";
  if (schema.format === "date-time") return "2026-10-01T00:00:00Z";
  if (schema.format === "email" || name === "email") return "somebody@example.test";
  if (name === "host") return "127.0.0.1";
  if (schema.pattern?.includes("[A-Z]{3}")) return "USD";
  if (schema.pattern?.includes("[0-9a-f]{64}")) return "0".repeat(64);
  if (schema.pattern?.includes("\\d")) return "1";
  return "sample text".padEnd(schema.minLength ?? 0, "x");
};
