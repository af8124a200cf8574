import type { Endpoint } from "@mainstay/contract/endpoint/endpoint";
import { AppError } from "./app-error.ts";

/** An edit of a versioned record; what only makes one (201) has no version to name yet. */
export const needsIfMatch = (endpoint: Endpoint): boolean =>
  endpoint.versioned === true && endpoint.method !== "GET" && endpoint.status !== 201;

/** The version an edit is based on; null for `*`, which says "whatever it is now". */
export const readIfMatch = (endpoint: Endpoint, header: string | undefined): number | null => {
  if (!needsIfMatch(endpoint)) return null;
  if (header === undefined || header.trim() === "") throw new AppError("request.version_missing");
  if (header.trim() === "*") return null;
  const read = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
  if (!read) throw new AppError("request.version_conflict");
  return Number(read[1]);
};
