import { readFile, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const worthIt = /\.(?:js|css|svg|html|json)$/;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Lays a `.br` and a `.gz` beside every text file of the build, so that the server never compresses them again. */
export const compressFiles = (): Plugin => {
  let folder = "";
  return {
    name: "mainstay-compress-files",
    apply: "build",
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir);
    },
    writeBundle: async () => {
      const names = await readdir(folder, { recursive: true });
      await Promise.all(
        names
          .filter((name) => worthIt.test(name))
          .map(async (name) => {
            const path = join(folder, name);
            const bytes = await readFile(path);
            if (bytes.length < 1000) return;
            const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
            await writeFile(`${path}.br`, await brotli(bytes, quality));
            await writeFile(`${path}.gz`, await zip(bytes, { level: 9 }));
          }),
      );
    },
  };
};
