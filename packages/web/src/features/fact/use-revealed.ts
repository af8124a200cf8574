import { facts } from "@mainstay/contract/fact";
import type { FactValue } from "@mainstay/domain/fact/fact-value";
import { useCallback, useEffect, useState } from "react";
import { call } from "../../lib/call.ts";

/** So long a revealed value stays in sight. */
export const revealedMs = 60_000;

/**
 * The one sensitive value that is shown now. It lives in this state alone, no cache, and goes after a minute, when the
 * window loses the focus, when the page is hidden or left.
 */
export const useRevealed = () => {
  const [shown, setShown] = useState<{ factId: string; value: FactValue } | null>(null);
  const hide = useCallback(() => setShown(null), []);
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(hide, revealedMs);
    const onHidden = () => document.hidden && hide();
    window.addEventListener("blur", hide);
    document.addEventListener("visibilitychange", onHidden);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("blur", hide);
      document.removeEventListener("visibilitychange", onHidden);
    };
  }, [shown, hide]);
  const reveal = useCallback(async (factId: string, reason: string): Promise<void> => {
    const { value } = await call(facts.reveal, { params: { factId }, body: { reason } });
    setShown({ factId, value });
  }, []);
  return { shown, reveal, hide };
};
