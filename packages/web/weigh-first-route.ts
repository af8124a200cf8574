import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";
import { isPublicPage } from "./public-pages.ts";

type Chunk = Rolldown.OutputChunk;

/**
 * Prints what a reader downloads to see the first screen (Today: its chunk, all it imports, one dictionary and the
 * kit's words for it) and fails the build above the limit.
 */
export const weighFirstRoute = ({ limitKb }: { limitKb: number }): Plugin => ({
  name: "mainstay-weigh-first-route",
  apply: "build",
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((item): item is Chunk => item.type === "chunk");
    const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
    const isFirst = (chunk: Chunk) =>
      (chunk.isEntry && !isPublicPage(chunk.name)) ||
      /(?:today-screen\.tsx|phrases\/src\/zh\.ts|locale\/zh_CN\.js)$/.test(
        chunk.facadeModuleId ?? "",
      );
    const needed = new Set<string>();
    const add = (file: string) => {
      if (needed.has(file)) return;
      needed.add(file);
      for (const next of byFile.get(file)?.imports ?? []) add(next);
    };
    for (const chunk of chunks.filter(isFirst)) add(chunk.fileName);
    const kb = [...needed].reduce(
      (sum, file) => sum + gzipSync(byFile.get(file)?.code ?? "", { level: 9 }).length / 1024,
      0,
    );
    this.info(
      `first route: ${kb.toFixed(1)} kB of JavaScript compressed, limit ${limitKb} kB, ${needed.size} files`,
    );
    if (kb > limitKb) this.error(`the first route weighs ${kb.toFixed(1)} kB, limit ${limitKb} kB`);
  },
});
