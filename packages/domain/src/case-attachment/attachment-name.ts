import { type AttachmentType, attachmentEndings } from "./attachment-type.ts";

const longest = 120;

/**
 * The name under which a file is kept and handed out: without folders, control characters and marks that turn the reading
 * direction, at most 120 characters, with the ending its content has. Null when the name claims another type than the content
 * proves ("invoice.pdf" that is a program, "photo.jpg.exe").
 */
export const attachmentName = (given: string, type: AttachmentType): string | null => {
  const base = given.split(/[\\/]/).at(-1) ?? "";
  const clean = base
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replaceAll(/[<>:"|?*]/g, "_")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const endings: readonly string[] = attachmentEndings[type];
  // Digits alone are no ending: "offer v2.1" has none.
  const claimed = /\.([a-z0-9]{1,8})$/i.exec(clean)?.[1]?.toLowerCase();
  const hasEnding = claimed !== undefined && /[a-z]/.test(claimed);
  if (hasEnding && !endings.includes(claimed)) return null;
  const ending = hasEnding ? claimed : (endings[0] ?? "");
  const stem = hasEnding ? clean.slice(0, -(ending.length + 1)) : clean;
  return `${stem.slice(0, longest - ending.length - 1).trimEnd() || "file"}.${ending}`;
};
