import type { App } from "./app.ts";
export const apiDocs = (_app: App): void => {};
