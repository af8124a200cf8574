import type { ReactNode } from "react";
import { Suspense, createContext, lazy, useContext, useEffect, useState } from "react";
import { withLaterWords } from "../../lib/voice.ts";

const QuickSearch = lazy(() =>
  withLaterWords(() => import("./quick-search.tsx")).then((module) => ({
    default: module.QuickSearch,
  })),
);

const OpenSearch = createContext<() => void>(() => undefined);

/** Opens the quick search over accounts, people and screens. */
export const useQuickSearch = (): (() => void) => useContext(OpenSearch);

/** ⌘K or Ctrl K anywhere opens the search; its code is fetched only then. */
export const QuickSearchGate = ({ children }: { children: ReactNode }) => {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <OpenSearch value={() => setOpen(true)}>
      {children}
      {open && (
        <Suspense>
          <QuickSearch onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </OpenSearch>
  );
};
