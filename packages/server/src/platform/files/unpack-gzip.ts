import { createGunzip } from "node:zlib";
import { pipeline, Readable } from "node:stream";
import { FileRefusal } from "./file-refusal.ts";
import type { TableLimits } from "./row-batch.ts";

const harmlessBytes = 50_000_000;

/** Unpacks gzip as it streams; refuses damage, and bombs by absolute size and by ratio to what was read. */
export async function* unpackGzip(
  packed: AsyncIterable<Buffer>,
  limits: TableLimits,
): AsyncGenerator<Buffer> {
  let bytesIn = 0;
  let bytesOut = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const bytes of packed) {
      bytesIn += bytes.length;
      yield bytes;
    }
  };
  const gunzip = createGunzip({ chunkSize: 1 << 20 });
  pipeline(Readable.from(counted()), gunzip, () => {});
  try {
    for await (const bytes of gunzip as AsyncIterable<Buffer>) {
      bytesOut += bytes.length;
      const tooMany = bytesOut > limits.maxUnpackedBytes;
      const tooDense = bytesOut > harmlessBytes && bytesOut > bytesIn * limits.maxUnpackRatio;
      if (tooMany || tooDense)
        throw new FileRefusal("archive_bomb", null, `${bytesOut} / ${bytesIn}`);
      yield bytes;
    }
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal("archive_broken", null, (error as Error).message);
  }
}
