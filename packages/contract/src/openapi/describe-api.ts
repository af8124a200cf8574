import { permissions } from "@mainstay/domain/access/permission";
import { z } from "zod";
import type { Endpoint } from "../endpoint/endpoint.ts";
import { apiPrefix, csrfHeader, sessionCookie } from "../endpoint/headers.ts";
import { allEndpoints } from "../endpoints.ts";
import { errorCodes } from "../error/error-codes.ts";
import { Problem } from "../error/problem.ts";
import { describeShape, type JsonObject } from "./describe-shape.ts";

const problemAnswer = {
  description:
    "Refused; `code` says why, `detail` in the caller's language, `fields` names wrong fields",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

/** The whole interface as OpenAPI 3.1, made from the contract alone; the same text every time. */
export const describeApi = (version: string): JsonObject => {
  const schemas = new Map<string, JsonObject>();
  describeShape(Problem, "output", schemas);
  const paths: Record<string, JsonObject> = {};
  for (const endpoint of allEndpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, "{$1}");
    const described = describeEndpoint(endpoint, schemas);
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: described };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Mainstay · 砥柱",
      version,
      summary: "Everything the pages can do",
      description: [
        "Sign in with a session cookie (browsers) or a personal access token `Authorization: Bearer mst_…` (programs).",
        `Writes signed by the cookie carry the header \`${csrfHeader}\`.`,
        "Lists page by `cursor`: pass `nextCursor` back until it is null.",
        "Records with a `version` have an `ETag`; edits name it in `If-Match` (428 without, 412 when it is old).",
        "Money is integer minor units (分, cents); days are YYYY-MM-DD; instants are ISO 8601.",
      ].join("\n\n"),
      license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
    },
    servers: [{ url: apiPrefix }],
    tags: [...new Set(allEndpoints.map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries([...schemas].sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: sessionCookie },
        token: { type: "http", scheme: "bearer", bearerFormat: "mst_…" },
      },
    },
    "x-error-codes": errorCodes,
  };
};

const tagOf = ({ id }: Endpoint): string => id.split(".")[0] ?? id;

const describeEndpoint = (endpoint: Endpoint, schemas: Map<string, JsonObject>): JsonObject => {
  const isPublic = endpoint.allow === "public";
  return {
    operationId: endpoint.id,
    tags: [tagOf(endpoint)],
    summary: endpoint.summary,
    ...(isPublic || endpoint.allow === "signed_in"
      ? {}
      : {
          description: `Permission \`${endpoint.allow}\`, token scope \`${permissions[endpoint.allow].scope}\``,
        }),
    security: isPublic ? [] : [{ session: [] }, { token: [] }],
    parameters: parametersOf(endpoint, schemas),
    ...bodyOf(endpoint, schemas),
    responses: {
      [String(endpoint.status ?? 200)]: answerOf(endpoint, schemas),
      default: problemAnswer,
    },
  };
};

const parametersOf = (endpoint: Endpoint, schemas: Map<string, JsonObject>): JsonObject[] => {
  const list: JsonObject[] = [];
  for (const [place, shape] of [
    ["path", endpoint.params],
    ["query", endpoint.query],
  ] as const) {
    if (!(shape instanceof z.ZodObject)) continue;
    const described = describeShape(shape, "input", schemas);
    const properties = (described.properties ?? {}) as Record<string, JsonObject>;
    const required = (described.required ?? []) as string[];
    for (const [name, schema] of Object.entries(properties)) {
      list.push({
        name,
        in: place,
        required: place === "path" || required.includes(name),
        schema,
      });
    }
  }
  const isEdit = endpoint.versioned && endpoint.method !== "GET" && endpoint.status !== 201;
  if (isEdit)
    list.push(header("If-Match", true, 'The ETag of the record as last read, e.g. `"3"`'));
  if (endpoint.idempotent) {
    list.push(
      header("Idempotency-Key", false, "Repeating with the same key gives the first answer"),
    );
  }
  return list;
};

const header = (name: string, required: boolean, description: string): JsonObject => ({
  name,
  in: "header",
  required,
  description,
  schema: { type: "string" },
});

const bodyOf = (endpoint: Endpoint, schemas: Map<string, JsonObject>): JsonObject => {
  if (endpoint.upload) {
    const properties = { file: { type: "string", format: "binary" } };
    const schema = { type: "object", properties, required: ["file"] };
    return { requestBody: { required: true, content: { "multipart/form-data": { schema } } } };
  }
  if (!endpoint.body) return {};
  const schema = describeShape(endpoint.body, "input", schemas);
  return { requestBody: { required: true, content: { "application/json": { schema } } } };
};

const answerOf = (endpoint: Endpoint, schemas: Map<string, JsonObject>): JsonObject => {
  if (endpoint.status === 204) return { description: "Done" };
  if (endpoint.download) {
    const schema = { type: "string", format: "binary" };
    return { description: "A file", content: { [endpoint.download]: { schema } } };
  }
  const schema = describeShape(endpoint.response, "output", schemas);
  const hasTag = endpoint.versioned || endpoint.method === "GET";
  return {
    description: endpoint.summary,
    ...(hasTag ? { headers: { ETag: { schema: { type: "string" } } } } : {}),
    content: { "application/json": { schema } },
  };
};
