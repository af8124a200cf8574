import { STATUS_CODES } from "node:http";
import { type ErrorCode, errorCodes } from "@mainstay/contract/error/error-codes";
import type { Problem } from "@mainstay/contract/error/problem";
import { errorWords } from "@mainstay/phrases/error/error-words";
import type { Locale } from "@mainstay/phrases/locale";
import { brokenConstraint, DatabaseTimeout, DatabaseUnavailable } from "../db/database-errors.ts";
import { AppError } from "./app-error.ts";
import { constraintErrorCodes } from "./constraint-error-codes.ts";
import { type FieldRefusal, wordedFields } from "./field-problems.ts";

const fastifyCodes: Readonly<Record<string, [ErrorCode, Record<string, unknown>?]>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ["request.media_unknown", { expected: "application/json" }],
  FST_ERR_CTP_BODY_TOO_LARGE: ["request.too_large", { limit: "" }],
  FST_ERR_CTP_EMPTY_JSON_BODY: ["request.body_unreadable"],
  FST_ERR_CTP_INVALID_JSON_BODY: ["request.body_unreadable"],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ["request.body_unreadable"],
  FST_ERR_BAD_URL: ["request.not_found"],
  FST_REQ_FILE_TOO_LARGE: ["import.file_too_large", { limit: "" }],
  FST_PARTS_LIMIT: ["request.too_large", { limit: "" }],
  FST_FIELDS_LIMIT: ["request.too_large", { limit: "" }],
  FST_FILES_LIMIT: ["request.too_large", { limit: "" }],
};

/** Text or numbers that PostgreSQL cannot keep (U+0000, broken escapes, out of range). */
const unstorable = new Set(["22021", "22P05", "22P02", "22003", "22007", "22008"]);

/** Whatever went wrong, as the one refusal the interface gives; the unknown becomes `server.failed`. */
export const asAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error;
  if (error instanceof DatabaseUnavailable || error instanceof DatabaseTimeout) {
    return new AppError("server.unavailable");
  }
  const constraint = brokenConstraint(error);
  const ruled = constraint === null ? undefined : constraintErrorCodes[constraint];
  if (ruled) return new AppError(ruled);
  const { code, statusCode, limit } = error as {
    code?: unknown;
    statusCode?: unknown;
    limit?: unknown;
  };
  if (typeof code === "string") {
    const known = fastifyCodes[code];
    if (known) return new AppError(known[0], { ...known[1], ...(limit ? { limit } : {}) });
    if (unstorable.has(code)) return new AppError("request.invalid");
  }
  if (error instanceof SyntaxError && statusCode === 400) {
    return new AppError("request.body_unreadable");
  }
  if (statusCode === 403 || statusCode === 404) return new AppError("request.not_found");
  if (statusCode === 413) return new AppError("request.too_large", { limit: "" });
  if (typeof statusCode === "number" && statusCode >= 400 && statusCode < 500) {
    return new AppError("request.invalid");
  }
  return new AppError("server.failed");
};

/** The refusal as problem+json in the reader's language; never any internals. */
export const problemOf = (error: AppError, locale: Locale, requestId: string): Problem => {
  const status = errorCodes[error.code];
  const { fields, ...params } = error.params;
  return {
    type: `urn:mainstay:error:${error.code}`,
    title: STATUS_CODES[status] ?? "Error",
    status,
    code: error.code,
    detail: errorWords(error.code, locale, params),
    requestId,
    ...(Object.keys(params).length > 0 ? { params } : {}),
    ...(fields ? { fields: wordedFields(fields as FieldRefusal[], locale) } : {}),
  };
};
