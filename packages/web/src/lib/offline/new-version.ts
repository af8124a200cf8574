let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();

/** A newer version of the pages lies ready on this device. */
export const noteNewVersion = (worker: ServiceWorker): void => {
  waiting = worker;
  for (const listener of listeners) listener();
};

export const hasNewVersion = (): boolean => waiting !== null;

export const onNewVersion = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Changes over to the newer version: the worker takes over, then the page is fetched anew. */
export const changeOver = (): void => {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
    once: true,
  });
  waiting?.postMessage("take-over");
};
