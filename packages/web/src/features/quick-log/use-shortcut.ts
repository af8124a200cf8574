import { useEffect } from "react";

const isTyping = (place: EventTarget | null): boolean =>
  place instanceof HTMLElement &&
  (place.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(place.tagName));

/** A single letter anywhere on the page, unless somebody is typing, a dialog is open or another part took it first. */
export const useShortcut = (letter: string, act: () => void): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isPlain = !event.metaKey && !event.ctrlKey && !event.altKey;
      if (event.defaultPrevented || !isPlain || event.key.toLowerCase() !== letter) return;
      if (isTyping(event.target) || document.querySelector("[role=dialog]:not([hidden])")) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [letter, act]);
};
