import { join } from "node:path";

/** Where an upload lies below the data folder. */
export const storedPath = (dataDir: string, storedAs: string): string =>
  join(dataDir, "files", storedAs);
