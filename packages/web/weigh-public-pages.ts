import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";
import { publicPages } from "./public-pages.ts";

type Bundle = Rolldown.OutputBundle;

/** The compressed size of what one entry needs: its script with all it imports. */
const weigh = (bundle: Bundle, name: string): number | null => {
  const needed = new Map<string, string>();
  const add = (file: string) => {
    const chunk = bundle[file];
    if (needed.has(file) || chunk?.type !== "chunk") return;
    needed.set(file, chunk.code);
    for (const next of chunk.imports) add(next);
  };
  for (const chunk of Object.values(bundle))
    if (chunk.type === "chunk" && chunk.isEntry && chunk.name === name) add(chunk.fileName);
  if (needed.size === 0) return null;
  return [...needed.values()].reduce((kb, code) => kb + gzipSync(code).length / 1024, 0);
};

/**
 * Prints what somebody downloads to open each of the small public pages and fails the build above its limit: they are
 * opened on a phone, perhaps on a bad line.
 */
export const weighPublicPages = (): Plugin => ({
  name: "mainstay-weigh-public-pages",
  apply: "build",
  generateBundle(_, bundle) {
    for (const [name, { limitKb }] of Object.entries(publicPages)) {
      const kb = weigh(bundle, name);
      if (kb === null) return this.error(`the ${name} page is not part of the build`);
      const told = `${name} page: ${kb.toFixed(1)} kB of JavaScript compressed, limit ${limitKb} kB`;
      if (kb > limitKb) this.error(told);
      this.info(told);
    }
  },
});
