import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/**
 * Prints what a person downloads to withdraw a consent (its page and the script with all it imports, uncompressed) and
 * fails the build above the limit: it is opened once, on a phone, perhaps on a bad line.
 */
export const weighWithdrawalPage = ({ limitKb }: { limitKb: number }): Plugin => ({
  name: "mainstay-weigh-withdrawal-page",
  apply: "build",
  generateBundle(_, bundle) {
    const needed = new Set<string>();
    const add = (file: string) => {
      const chunk = bundle[file];
      if (needed.has(file) || chunk?.type !== "chunk") return;
      needed.add(file);
      for (const next of chunk.imports) add(next);
    };
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === "chunk" && chunk.isEntry && chunk.name === "withdrawal")
        add(chunk.fileName);
    }
    if (needed.size === 0) this.error("the withdrawal page is not part of the build");
    const code = [...needed].map((file) => {
      const chunk = bundle[file];
      return chunk?.type === "chunk" ? chunk.code : "";
    });
    const kb = code.reduce((sum, text) => sum + Buffer.byteLength(text) / 1024, 0);
    const packed = code.reduce((sum, text) => sum + gzipSync(text).length / 1024, 0);
    this.info(
      `withdrawal page: ${kb.toFixed(1)} kB of JavaScript (${packed.toFixed(1)} kB compressed), limit ${limitKb} kB`,
    );
    if (kb > limitKb) this.error(`the withdrawal page weighs ${kb.toFixed(1)} kB`);
  },
});
