import { createHash } from "node:crypto";
import type { PushedMail } from "@mainstay/contract/incoming-message";
import { messageWordsAtMost } from "@mainstay/domain/incoming-message/incoming-limit";
import { textOfHtml } from "@mainstay/domain/incoming-message/text-of-html";
import PostalMime, { addressParser, type Address, type Email } from "postal-mime";
import { readShiftedText } from "./read-shifted-text.ts";

export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A mail as it was understood; all text, nothing of it trusted. */
export interface IncomingMail {
  /** By lower-case name; several of a name joined by commas. */
  readonly headers: ReadonlyMap<string, string>;
  readonly fromAddress: string;
  readonly fromName: string;
  readonly subject: string;
  /** With its angle brackets; null when the sender's program gave it none. */
  readonly messageId: string | null;
  /** The messages it answers, newest last. */
  readonly references: readonly string[];
  readonly text: string;
  readonly files: readonly IncomingFile[];
  readonly sizeBytes: number;
  /** Tells it from every other mail: its Message-ID, else what it consists of. */
  readonly key: string;
}

/** Control characters and U+0000 have no place in what people wrote, and the database takes none of the latter. */
const clean = (text: string, longest: number): string =>
  readShiftedText(text)
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
    .slice(0, longest)
    .trim();
const line = (text: string, longest: number): string =>
  clean(text.replaceAll(/\s+/g, " "), longest);

const idsIn = (text: string): string[] => text.match(/<[^<>\s]{1,900}>/g) ?? [];
const sha256 = (bytes: string | Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

const mailboxOf = (from: Address | undefined) => from?.group?.[0] ?? from;
const addressIn = (address: string | undefined): string => {
  const plain = line(address ?? "", 254).toLowerCase();
  return /^[^\s@<>]+@[^\s@<>]+$/.test(plain) ? plain : "";
};

/**
 * Understands a raw message (RFC 5322, MIME): every charset mail of our customers comes in, encoded words, pages without a plain
 * part, files inside and beside the text. Fails on what is nested or headed beyond reason.
 */
export const parseMail = async (raw: Uint8Array): Promise<IncomingMail> => {
  const mail = await PostalMime.parse(raw, {
    maxNestingDepth: 30,
    maxHeadersSize: 256 * 1024,
    forceRfc822Attachments: true,
  });
  const from = mailboxOf(mail.from);
  const messageId = idsIn(mail.messageId ?? "")[0] ?? null;
  return {
    headers: headersOf(mail),
    fromAddress: addressIn(from?.address),
    fromName: line(from?.name ?? "", 200),
    subject: line(mail.subject ?? "", 500),
    messageId,
    references: [...idsIn(mail.references ?? ""), ...idsIn(mail.inReplyTo ?? "")].slice(-50),
    text: textOf(mail.text, mail.html),
    files: mail.attachments.map((one, at) => ({
      name: line(one.filename ?? "", 300) || `file-${at + 1}`,
      bytes: bytesOf(one.content),
    })),
    sizeBytes: raw.byteLength,
    key: messageId ?? `sha256:${sha256(raw)}`,
  };
};

/** The same of what a mail service pushes as JSON. */
export const mailOfPush = (pushed: PushedMail, sizeBytes: number): IncomingMail => {
  const [from] = addressParser(pushed.from, { flatten: true });
  const messageId = idsIn(pushed.messageId ?? "")[0] ?? null;
  const headers = new Map(
    Object.entries(pushed.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return {
    headers,
    fromAddress: addressIn(from?.address),
    fromName: line(from?.name ?? "", 200),
    subject: line(pushed.subject, 500),
    messageId,
    references: [...pushed.references, pushed.inReplyTo ?? ""].flatMap(idsIn).slice(-50),
    text: textOf(pushed.text ?? undefined, pushed.html ?? undefined),
    files: pushed.attachments.map(({ name, contentBase64 }, at) => ({
      name: line(name, 300) || `file-${at + 1}`,
      bytes: Buffer.from(contentBase64, "base64"),
    })),
    sizeBytes,
    key: messageId ?? `sha256:${sha256(JSON.stringify(pushed))}`,
  };
};

const headersOf = ({ headers }: Email): ReadonlyMap<string, string> => {
  const all = new Map<string, string>();
  for (const { key, value } of headers) {
    const before = all.get(key);
    all.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return all;
};

const textOf = (plain: string | undefined, html: string | undefined): string => {
  const words = clean(plain ?? "", messageWordsAtMost);
  if (words !== "" || html === undefined) return words;
  return clean(textOfHtml(readShiftedText(html).slice(0, 1_000_000)), messageWordsAtMost);
};

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
