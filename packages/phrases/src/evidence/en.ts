import type { WordsLike } from "../words-like.ts";
import type { evidenceZh } from "./zh.ts";

/** Files of evidence: promises, needs. */
export const evidenceEn: WordsLike<typeof evidenceZh> = {
  title: "Files of evidence",
  none: "No files.",
  add: "Add a file",
  limits: "PDF, pictures, MP4, Office, text or mail, up to 10 MB each, at most 20",
  remove: "Remove",
  removeAsk: "Remove “{{name}}”? The file is deleted.",
  added: "Added {{name}}",
};
