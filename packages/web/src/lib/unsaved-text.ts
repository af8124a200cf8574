import { useEffect, useState } from "react";

const prefix = "mainstay.unsaved.";

const recall = (key: string): string | null => {
  try {
    return sessionStorage.getItem(prefix + key);
  } catch {
    return null;
  }
};

/** Throws away what was kept, after it has been saved. */
export const forgetUnsaved = (key: string): void => {
  try {
    sessionStorage.removeItem(prefix + key);
  } catch {
    // Nothing was kept where storage is refused.
  }
};

/**
 * Text that survives a reload until it is saved. `key` names the place (`log:<account id>`). Gives the text, how to
 * change it, how to be done with it, and whether it came back from before.
 */
export const useUnsavedText = (key: string, first = "") => {
  const [before] = useState(() => recall(key));
  const [text, setText] = useState(before ?? first);
  useEffect(() => {
    if (text === first) forgetUnsaved(key);
    else
      try {
        sessionStorage.setItem(prefix + key, text);
      } catch {
        // Storage refused: the text lives only as long as the page.
      }
  }, [key, text, first]);
  const done = () => {
    setText(first);
    forgetUnsaved(key);
  };
  return { text, setText, done, wasKept: before !== null && before !== first };
};
