import { buildPages } from "./start-product.ts";

/** Vitest calls this once before the browser tests: workers side by side must not build into one folder. */
export default buildPages;
