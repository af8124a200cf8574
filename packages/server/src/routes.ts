import type { App } from "./platform/http/app.ts";

/** Every noun's routes; a test proves that together they serve exactly the contract. */
const nouns: ((app: App) => void)[] = [];

export const joinRoutes = (app: App): void => {
  for (const join of nouns) join(app);
};
