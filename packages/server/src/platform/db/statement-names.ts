import { createHash } from "node:crypto";

const mostNamed = 150;
const mostWatched = 2_000;
const longestText = 6_000;
const mostParameters = 40;

/**
 * Names for statements that come again, so that PostgreSQL plans them once a connection and not at every request: under row
 * security planning costs several times what running a small query does. A text is named when it comes the second time;
 * there are never more than 150 names, as every connection keeps a plan for each.
 */
export const createStatementNames = () => {
  const names = new Map<string, string>();
  const watched = new Set<string>();
  /** The name to send the text with, or undefined to send it without. */
  return (text: string, parameters: number): string | undefined => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= mostNamed || text.length > longestText || parameters > mostParameters) return;
    if (!/^\s*(select|with|insert|update|delete)\b/i.test(text)) return;
    if (!watched.has(text)) {
      if (watched.size >= mostWatched) watched.clear();
      watched.add(text);
      return;
    }
    watched.delete(text);
    const name = `m${createHash("sha1").update(text).digest("base64url")}`;
    names.set(text, name);
    return name;
  };
};
