/** The little of a service worker's surroundings that we use; the page's own types know windows only. */
export interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim: () => Promise<void>; matchAll: () => Promise<readonly unknown[]> };
  skipWaiting: () => Promise<void>;
  addEventListener(
    kind: "activate" | "sync" | "message",
    listener: (event: {
      readonly tag?: string;
      readonly data?: unknown;
      waitUntil: (work: Promise<unknown>) => void;
    }) => void,
  ): void;
}
