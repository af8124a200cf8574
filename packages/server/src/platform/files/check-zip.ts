import { createInflateRaw } from "node:zlib";
import { pipeline, Readable } from "node:stream";
import { FileRefusal } from "./file-refusal.ts";
import type { TableLimits } from "./row-batch.ts";

type ZipEntry = { name: string; method: number; packed: number; offset: number };

const harmlessBytes = 50_000_000;
const mostEntries = 10_000;
const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const broken = (detail: string): FileRefusal => new FileRefusal("archive_broken", null, detail);

const findDirectory = (bytes: Buffer): { count: number; offset: number } => {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
    if (bytes.readUInt32LE(at) !== endMark) continue;
    return { count: bytes.readUInt16LE(at + 10), offset: bytes.readUInt32LE(at + 16) };
  }
  throw broken("no directory");
};

const listEntries = (bytes: Buffer): ZipEntry[] => {
  const { count, offset } = findDirectory(bytes);
  if (count > mostEntries || offset === 0xffffffff)
    throw new FileRefusal("archive_bomb", null, `${count}`);
  const entries: ZipEntry[] = [];
  let at = offset;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark)
      throw broken("directory cut");
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
};

const packedBytes = (bytes: Buffer, entry: ZipEntry): Buffer => {
  if (entry.offset + 30 > bytes.length) throw broken(entry.name);
  const start =
    entry.offset +
    30 +
    bytes.readUInt16LE(entry.offset + 26) +
    bytes.readUInt16LE(entry.offset + 28);
  if (start + entry.packed > bytes.length) throw broken(entry.name);
  return bytes.subarray(start, start + entry.packed);
};

/**
 * Unpacks every entry of a zip once into nothing, counting what really comes out (declared sizes can lie),
 * and refuses before a workbook reader ever holds it. Memory stays at one chunk.
 */
export const checkZip = async (bytes: Buffer, limits: TableLimits): Promise<void> => {
  const allowed = Math.min(
    limits.maxUnpackedBytes,
    Math.max(harmlessBytes, bytes.length * limits.maxUnpackRatio),
  );
  let out = 0;
  for (const entry of listEntries(bytes)) {
    const packed = packedBytes(bytes, entry);
    if (entry.method === 0) {
      out += packed.length;
      continue;
    }
    const inflate = createInflateRaw({ chunkSize: 1 << 18 });
    pipeline(Readable.from([packed]), inflate, () => {});
    try {
      for await (const piece of inflate as AsyncIterable<Buffer>) {
        out += piece.length;
        if (out > allowed)
          throw new FileRefusal("archive_bomb", null, `${entry.name} > ${allowed}`);
      }
    } catch (error) {
      if (error instanceof FileRefusal) throw error;
      throw broken(`${entry.name}: ${(error as Error).message}`);
    }
  }
};
