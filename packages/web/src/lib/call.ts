import type {
  AnswerOf,
  BodyOf,
  Endpoint,
  ParamsOf,
  QueryOf,
} from "@mainstay/contract/endpoint/endpoint";
import { apiPrefix, csrfHeader, idempotencyHeader } from "@mainstay/contract/endpoint/headers";
import { actsSettled, countAct, isSessionPerhapsNew } from "./acts-under-way.ts";
import { noteAnswer } from "./offline/kept-mark.ts";
import { noteSignedOut } from "./signed-out.ts";
import { AppProblem } from "./problem.ts";
import { spokenLocale } from "./preferences.ts";
import { readProblem } from "./read-problem.ts";

// biome-ignore lint: the bridge takes every endpoint
export type AnyEndpoint = Endpoint<any, any, any, any>;

type Part<Name extends string, T> = unknown extends T
  ? { readonly [K in Name]?: undefined }
  : Record<string, never> extends T
    ? { readonly [K in Name]?: T }
    : undefined extends T
      ? { readonly [K in Name]?: T }
      : { readonly [K in Name]: T };

/** What a call of this endpoint must and may carry, typed from the contract. */
export type CallInput<E> = Part<"params", ParamsOf<E>> &
  Part<"query", QueryOf<E>> &
  Part<"body", BodyOf<E>> & {
    /** The version of the record that is edited. */
    readonly ifMatch?: number;
    /** Makes a repeated creation harmless. */
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
  };

interface LooseInput {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  ifMatch?: number;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** The address of an endpoint with its parameters and query; also for plain links such as downloads. */
export const addressOf = (
  endpoint: Pick<AnyEndpoint, "path">,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string => {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === "") continue;
    search.set(name, Array.isArray(value) ? value.join(",") : String(value));
  }
  const text = search.toString();
  return `${apiPrefix}${path}${text === "" ? "" : `?${text}`}`;
};

const send = async (address: string, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new AppProblem("network.unreachable", 0, "", null);
  }
};

/**
 * Performs one act of the HTTP interface. Refusals arrive as AppProblem; a lost session sends the reader to sign in
 * and back. The CSRF header is what the server asks of a browser against forged requests.
 */
export const call = async <E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E>,
): Promise<AnswerOf<E>> => {
  const { params, query, body, ifMatch, idempotencyKey, signal } = input as LooseInput;
  const headers: Record<string, string> = {
    accept: "application/json",
    "accept-language": spokenLocale(),
    [csrfHeader]: "1",
  };
  const isForm = typeof FormData !== "undefined" && body instanceof FormData;
  if (body !== undefined && !isForm) headers["content-type"] = "application/json";
  if (ifMatch !== undefined) headers["if-match"] = `"${ifMatch}"`;
  if (endpoint.idempotent === true)
    headers[idempotencyHeader] = idempotencyKey ?? crypto.randomUUID();
  const request: RequestInit = {
    method: endpoint.method,
    headers,
    credentials: "same-origin",
    ...(signal === undefined ? {} : { signal }),
    ...(body === undefined ? {} : { body: isForm ? (body as FormData) : JSON.stringify(body) }),
  };
  const address = addressOf(endpoint, params, query);
  const isAct = endpoint.method !== "GET";
  const begun = actsSettled();
  for (let tries = 1; ; tries++) {
    const response = await (isAct ? countAct(send(address, request)) : send(address, request));
    noteAnswer(response);
    if (response.ok) {
      if (response.status === 204) return undefined as AnswerOf<E>;
      return (await response.json()) as AnswerOf<E>;
    }
    const problem = await readProblem(response);
    if (problem.code === "access.sign_in_needed") {
      // Asked with the session from before an act that has just replaced it: nothing was done, so ask once more.
      if (tries === 1 && (await isSessionPerhapsNew(begun, isAct ? 1 : 0))) continue;
      noteSignedOut();
    }
    throw problem;
  }
};
