import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const comfortableBytes = 210 * 1024 * 1024;
let collect: (() => void) | null = null;

/**
 * Called between chunks. The rows of a chunk are garbage by the hundred thousand, and left alone V8 lets them pile up
 * to many times what is in use; the promise is that a file of any size needs no more than 300 MB.
 */
export const giveMemoryBack = (): void => {
  if (process.memoryUsage.rss() < comfortableBytes) return;
  if (collect === null) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
};
