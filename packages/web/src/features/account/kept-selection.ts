import { useCallback, useState } from "react";

let kept: ReadonlySet<string> = new Set();

/** Which rows are picked; the way back from an account finds them still picked. */
export const useKeptSelection = () => {
  const [selected, setSelected] = useState(kept);
  const select = useCallback((next: ReadonlySet<string>) => {
    kept = next;
    setSelected(next);
  }, []);
  return [selected, select] as const;
};
