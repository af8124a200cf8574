import { useMemo, useSyncExternalStore } from "react";

const subscribe = (listener: () => void) => {
  const watcher = new MutationObserver(listener);
  watcher.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => watcher.disconnect();
};

export type Ink = (name: `--${string}`) => string;

/** The colours of the house as they are now, for pictures that need values: `ink("--red")`; a new function in light and dark. */
export const useInk = (): Ink => {
  const scheme = useSyncExternalStore(subscribe, () => document.documentElement.dataset["theme"]);
  return useMemo(() => {
    void scheme;
    return (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }, [scheme]);
};
