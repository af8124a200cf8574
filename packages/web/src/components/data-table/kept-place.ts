import type { RefObject } from "react";
import { useLayoutEffect } from "react";

const places = new Map<string, number>();

/** Finds the scrolled place of a list again when the reader comes back to it. Without a key nothing is kept. */
export const useKeptPlace = (scroller: RefObject<HTMLElement | null>, key: string | undefined) => {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || key === undefined) return;
    element.scrollTop = places.get(key) ?? 0;
    const keep = () => places.set(key, element.scrollTop);
    element.addEventListener("scroll", keep, { passive: true });
    return () => element.removeEventListener("scroll", keep);
  }, [scroller, key]);
};
