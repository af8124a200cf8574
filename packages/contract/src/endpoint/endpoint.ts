import type { Permission } from "@mainstay/domain/access/permission";
import type { z } from "zod";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * One act of the HTTP interface, said once: the server serves it, the web calls it, OpenAPI describes it.
 * `allow`: `public` needs no sign-in, `signed_in` any user, else the permission that role and token scope must hold.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: Method;
  /** Below `/api/v1`, with `:name` for parameters. */
  readonly path: string;
  readonly allow: Permission | "public" | "signed_in";
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Response;
  /** Status of success; 200 unless said. */
  readonly status?: 200 | 201 | 202 | 204;
  /** The record carries a version: the answer has an ETag, an edit needs If-Match. */
  readonly versioned?: boolean;
  /** Repeating the request with the same Idempotency-Key gives the first answer again. */
  readonly idempotent?: boolean;
  /** The request is multipart/form-data with one file. */
  readonly upload?: boolean;
  /** The answer is a file of this media type, not JSON. */
  readonly download?: string;
}

/** Declares an endpoint and keeps its exact types. */
export const endpoint = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
>(
  declared: Endpoint<Params, Query, Body, Response>,
): Endpoint<Params, Query, Body, Response> => declared;

/** What a caller may put into the parameters, query and body of an endpoint, and what comes back. */
export type ParamsOf<E> =
  E extends Endpoint<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.input<P> : never;
export type QueryOf<E> =
  E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never;
export type BodyOf<E> =
  E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never;
export type AnswerOf<E> =
  E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.output<R> : never;
