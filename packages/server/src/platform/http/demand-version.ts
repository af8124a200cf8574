import type { Context } from "../access/context.ts";
import { AppError } from "./app-error.ts";

/** Refuses an edit that is based on another version than the present one; `*` in If-Match takes any. */
export const demandVersion = (context: Context, version: number): void => {
  if (context.expectedVersion !== null && context.expectedVersion !== version) {
    throw new AppError("request.version_conflict", { version });
  }
};
