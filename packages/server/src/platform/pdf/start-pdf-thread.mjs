// A worker thread of Node 20 does not inherit the TypeScript loader: it is registered here, then the thread begins.
import { register } from "tsx/esm/api";

register();
await import("./pdf-thread.ts");
