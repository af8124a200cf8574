/** Only so much of a line is read; what lies beyond stays in the log as it was written. */
export const readUpTo = 2000;

const plainLetter = (code: number): number => {
  if (code >= 0xff01 && code <= 0xff5e) return plainLetter(code - 0xfee0);
  if (code === 0x3000 || code === 0xa0) return 32;
  if (code === 0x2019) return 39;
  return code >= 65 && code <= 90 ? code + 32 : code;
};

/** The line in one width and small letters, each letter where it was, so that places in it are places in the line. */
export const plainLine = (line: string): string => {
  const letters: string[] = [];
  const length = Math.min(line.length, readUpTo);
  for (let at = 0; at < length; at++)
    letters.push(String.fromCharCode(plainLetter(line.charCodeAt(at))));
  return letters.join("");
};

/** The line with some stretches blanked, so that nothing else is read from them. */
export const blankOut = (
  text: string,
  spans: readonly { readonly from: number; readonly to: number }[],
): string =>
  spans.reduce(
    (left, { from, to }) => left.slice(0, from) + " ".repeat(to - from) + left.slice(to),
    text,
  );
