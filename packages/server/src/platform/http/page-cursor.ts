import { AppError } from "./app-error.ts";

/** Where a page ended: the sort key as text and the id of the last row. */
export interface PagePosition {
  readonly key: string;
  readonly id: string;
}

/** Seals a position into the opaque text a caller sends back; `mark` names the order it belongs to. */
export const writeCursor = (mark: string, position: PagePosition): string =>
  Buffer.from(JSON.stringify([mark, position.key, position.id])).toString("base64url");

/** Opens a cursor; `null` without one, `request.cursor_invalid` for a foreign or damaged one. */
export const readCursor = (text: string | undefined, mark: string): PagePosition | null => {
  if (!text) return null;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    throw new AppError("request.cursor_invalid");
  }
  if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== mark) {
    throw new AppError("request.cursor_invalid");
  }
  const [, key, id] = parts;
  if (typeof key !== "string" || typeof id !== "string" || !/^[0-9a-f-]{36}$/i.test(id)) {
    throw new AppError("request.cursor_invalid");
  }
  return { key, id };
};
