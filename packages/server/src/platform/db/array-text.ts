const needsQuotes = /[\s"\\{},]|^$|^null$/i;

/** Texts as PostgreSQL writes a list of them (`{a,b}`): the short way to hand many lists over in one JSON value. */
export const arrayText = (texts: readonly string[]): string =>
  `{${texts.map((text) => (needsQuotes.test(text) ? `"${text.replace(/["\\]/g, "\\$&")}"` : text)).join(",")}}`;
