import { evidenceTypeOf } from "../privacy/evidence-type.ts";
import { zipPartNames } from "./zip-part-names.ts";

/** What may hang on a case, each with the endings its name may have; the first is given to a name without one. */
export const attachmentEndings = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg", "jfif"],
  "image/webp": ["webp"],
  "image/heic": ["heic", "heif"],
  "video/mp4": ["mp4", "m4v"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "message/rfc822": ["eml"],
  "text/plain": ["txt", "log", "csv"],
} as const satisfies Record<string, readonly string[]>;
export type AttachmentType = keyof typeof attachmentEndings;

/** Largest file on a case in bytes: 10 MB; and how many a case takes. */
export const attachmentLimitBytes = 10 * 1024 * 1024;
export const mostAttachments = 20;

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const boxTypeOf = (bytes: Uint8Array): AttachmentType | null => {
  if (latin(bytes, 4, 8) !== "ftyp") return null;
  const brand = latin(bytes, 8, 12);
  if (/^(heic|heix|heim|heis|hevc|hevx|mif1|msf1)$/.test(brand)) return "image/heic";
  return /^(isom|iso[2-6]|mp4[12]|avc1|M4V )$/.test(brand) ? "video/mp4" : null;
};

const mainParts = {
  "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "ppt/presentation.xml":
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
} as const;

/** Office papers are archives with certain parts; those with macros are programs and not taken. */
const officeTypeOf = (bytes: Uint8Array): AttachmentType | null => {
  const names = zipPartNames(bytes);
  if (!names?.includes("[Content_Types].xml")) return null;
  if (names.some((name) => name.toLowerCase().endsWith("vbaproject.bin"))) return null;
  const main = (Object.keys(mainParts) as (keyof typeof mainParts)[]).find((part) =>
    names.includes(part),
  );
  return main === undefined ? null : mainParts[main];
};

/** Readable text: UTF-8 or the Chinese national code, without the control characters of programs. */
const textOf = (bytes: Uint8Array): string | null => {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? null : text;
    } catch {
      // Not in this encoding.
    }
  }
  return null;
};

/** A mail begins with its headers: a name, a colon, and at least sender and one of date, subject, path or number. */
const isMail = (text: string): boolean => {
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? "";
  const isHeaders = head.split(/\r?\n/).every((line) => /^([!-9;-~]+:|[ \t])/.test(line));
  return isHeaders && /^from:/im.test(head) && /^(date|subject|received|message-id):/im.test(head);
};

/**
 * The type of a file by its content; null for what is not taken: programs, pages with scripts in the name of text still read as
 * text and are served as such. Source of the marks: the formats' own specifications.
 */
export const attachmentTypeOf = (bytes: Uint8Array): AttachmentType | null => {
  const proven = evidenceTypeOf(bytes) ?? boxTypeOf(bytes) ?? officeTypeOf(bytes);
  if (proven !== null || bytes.length === 0) return proven;
  const text = textOf(bytes);
  if (text === null) return null;
  return isMail(text) ? "message/rfc822" : "text/plain";
};
