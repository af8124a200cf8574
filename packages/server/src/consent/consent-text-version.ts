import { createHash } from "node:crypto";
import { consentTextAsOne } from "@mainstay/domain/privacy/consent-rule";

type Text = Parameters<typeof consentTextAsOne>[0];

/** SHA-256 of scope, purpose and words: a text that was edited has another version. */
export const consentTextVersion = (text: Text): string =>
  createHash("sha256").update(consentTextAsOne(text)).digest("hex");

/** The id a shipped text has in a workspace before the workspace has a row of it: always the same one. */
export const shippedTextId = (tenantId: string, textVersion: string): string => {
  const hash = createHash("sha256").update(`${tenantId}:${textVersion}`).digest();
  hash[6] = 0x80 | (hash[6]! & 0x0f);
  hash[8] = 0x80 | (hash[8]! & 0x3f);
  const hex = hash.toString("hex", 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
