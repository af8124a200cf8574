import { useState } from "preact/hooks";

const prefix = "mainstay.public.";

/** What was kept under a name in this tab; null where nothing was, or storage is refused. */
export const recallText = (name: string): string | null => {
  try {
    return sessionStorage.getItem(prefix + name);
  } catch {
    return null;
  }
};

export const keepText = (name: string, text: string): void => {
  try {
    if (text === "") sessionStorage.removeItem(prefix + name);
    else sessionStorage.setItem(prefix + name, text);
  } catch {
    // Storage refused: it lives as long as the page.
  }
};

/** A short name for a link, so that drafts of two links do not mix and the secret itself is not kept. */
export const linkName = (token: string): string => {
  let sum = 0x811c9dc5;
  for (const sign of token) sum = Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (sum >>> 0).toString(36);
};

const readDraft = <Draft extends object>(name: string): Partial<Draft> | null => {
  try {
    const kept: unknown = JSON.parse(recallText(name) ?? "null");
    return typeof kept === "object" ? kept : null;
  } catch {
    return null;
  }
};

/**
 * What somebody is filling in, kept in the tab until it is sent: a reload, a lost line or a phone that puts the page to
 * sleep loses nothing. Gives the draft, how to change and to forget it, and whether it came back from before.
 */
export const useKeptDraft = <Draft extends object>(name: string, first: Draft) => {
  const [before] = useState(() => readDraft<Draft>(name));
  const [draft, setDraft] = useState<Draft>({ ...first, ...before });
  const change = (part: Partial<Draft>) =>
    setDraft((now) => {
      const next = { ...now, ...part };
      keepText(name, JSON.stringify(next));
      return next;
    });
  const forget = () => {
    keepText(name, "");
    setDraft(first);
  };
  return { draft, change, forget, wasKept: before !== null };
};
