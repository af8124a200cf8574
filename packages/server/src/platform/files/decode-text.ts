import { isAscii, isUtf8 } from "node:buffer";
import { FileRefusal } from "./file-refusal.ts";
import { encodingFromMark, guessLegacyEncoding, type TableEncoding } from "./guess-encoding.ts";

/** Turns bytes into text piece by piece; `encoding` is null while only ASCII has been seen. */
export type TextReader = {
  push: (bytes: Buffer) => string;
  end: () => string;
  encoding: () => TableEncoding | null;
};

const newlinesIn = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
};

const withoutCutCharacter = (bytes: Buffer): Buffer => {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
  }
  return bytes;
};

/**
 * Decodes a stream strictly: byte-order mark → strict UTF-8 → gb18030 (only where it reads like Chinese) →
 * refusal. While a file is plain ASCII the question stays open, so the first foreign byte decides, however
 * late it comes. Refuses zero bytes (not a text file) and names the line of the first broken character.
 */
export const textReader = (forced?: TableEncoding): TextReader => {
  let encoding: TableEncoding | null = forced ?? null;
  let decoder: TextDecoder | null = forced ? new TextDecoder(forced, { fatal: true }) : null;
  let line = 1;
  let first = true;

  const decide = (bytes: Buffer): TableEncoding => {
    if (isUtf8(bytes) || isUtf8(withoutCutCharacter(bytes))) return "utf-8";
    const guess = guessLegacyEncoding(bytes);
    if (guess === "gb18030") return guess;
    const at = line + newlinesIn(new TextDecoder().decode(bytes).split("\ufffd")[0] ?? "");
    throw new FileRefusal(guess === "broken_utf8" ? "encoding_broken" : "encoding_unknown", at);
  };

  const decode = (bytes: Buffer, more: boolean): string => {
    try {
      return decoder?.decode(bytes, { stream: more }) ?? bytes.toString("latin1");
    } catch {
      const readable = new TextDecoder(encoding ?? "utf-8").decode(bytes).split("\ufffd")[0] ?? "";
      throw new FileRefusal("encoding_broken", line + newlinesIn(readable), encoding);
    }
  };

  const push = (input: Buffer): string => {
    let bytes = input;
    if (first && bytes.length > 0) {
      first = false;
      const mark = encodingFromMark(bytes);
      if (mark && (forced === undefined || forced === mark.encoding)) {
        encoding = mark.encoding;
        decoder = new TextDecoder(encoding, { fatal: true });
        bytes = bytes.subarray(mark.length);
      }
    }
    const wide = encoding === "utf-16le" || encoding === "utf-16be";
    const zero = wide ? -1 : bytes.indexOf(0);
    if (zero >= 0)
      throw new FileRefusal("binary", line + newlinesIn(bytes.toString("latin1", 0, zero)));
    if (encoding === null && !isAscii(bytes)) {
      encoding = decide(bytes);
      decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    }
    const text = decode(bytes, true);
    if (wide && text.includes("\0")) throw new FileRefusal("binary", line);
    line += newlinesIn(text);
    return text;
  };

  return {
    push,
    end: () => (decoder ? decode(Buffer.alloc(0), false) : ""),
    encoding: () => encoding,
  };
};
