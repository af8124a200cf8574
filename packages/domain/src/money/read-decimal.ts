/** A number read from text, kept as its digits so that nothing is lost to binary fractions. */
export type Decimal = { negative: boolean; whole: string; fraction: string };

export type DecimalRefusal = "empty" | "not_a_number" | "ambiguous_separator";

/** Which mark a column uses for decimals; `auto` decides value by value and refuses what could mean two things. */
export type DecimalMark = "auto" | "." | ",";

const plain = /^(\d+)(?:\.(\d*))?$|^\.(\d+)$/;
const grouped = { ",": /^\d{1,3}(,\d{2,3})*,\d{3}$/, ".": /^\d{1,3}(\.\d{3})+$/ } as const;

const decimalOf = (whole: string, fraction: string): Decimal => ({
  negative: false,
  whole: whole.replace(/^0+(?=\d)/, "") || "0",
  fraction,
});

const withMarks = (text: string, group: "," | ".", mark: "," | "."): Decimal | DecimalRefusal => {
  const at = text.lastIndexOf(mark);
  const whole = at < 0 ? text : text.slice(0, at);
  const fraction = at < 0 ? "" : text.slice(at + 1);
  if (!/^\d*$/.test(fraction)) return "not_a_number";
  if (/^\d+$/.test(whole)) return decimalOf(whole, fraction);
  if (grouped[group].test(whole)) return decimalOf(whole.replaceAll(group, ""), fraction);
  return "not_a_number";
};

/**
 * Reads unsigned digits with separators. Thousands may be `,` `'` `’` or blanks; `1.234,56` is read as
 * decimal comma because it can mean nothing else; `12,5` too; `1,234` is a thousand (the usage of
 * Chinese and English files); `1.234.567` is grouped by points.
 */
export const readUnsignedDecimal = (
  text: string,
  mark: DecimalMark = "auto",
): Decimal | DecimalRefusal => {
  if (text === "") return "empty";
  if (mark !== ",") {
    const fast = plain.exec(text);
    if (fast) return decimalOf(fast[1] ?? "0", fast[2] ?? fast[3] ?? "");
  }
  const clean = /^[\d.,]+$/.test(text) ? text : text.replace(/(?<=\d)[\s'’_](?=\d{3}(?!\d))/g, "");
  if (!/^[\d.,]*\d[\d.,]*$/.test(clean)) return "not_a_number";
  if (mark === ",") return withMarks(clean, ".", ",");
  if (mark === ".") return withMarks(clean, ",", ".");
  const comma = clean.lastIndexOf(",");
  const point = clean.lastIndexOf(".");
  if (comma >= 0 && point >= 0) {
    return comma > point ? withMarks(clean, ".", ",") : withMarks(clean, ",", ".");
  }
  if (point >= 0) {
    return clean.indexOf(".") === point ? withMarks(clean, ",", ".") : withMarks(clean, ".", ",");
  }
  if (grouped[","].test(clean)) return decimalOf(clean.replaceAll(",", ""), "");
  if (/^\d+,\d{1,2}$/.test(clean)) return withMarks(clean, ".", ",");
  return comma >= 0 ? "ambiguous_separator" : "not_a_number";
};

/**
 * The decimal as an integer of `10^-decimals` units, half away from zero; `shift` moves the point first
 * (4 for 万, 8 for 亿). Null when the integer is beyond what a number holds exactly (2^53).
 */
export const scaledInteger = (value: Decimal, decimals: number, shift = 0): number | null => {
  const places = decimals + shift;
  const padded = value.fraction.padEnd(places + 1, "0");
  const digits = (value.whole + padded.slice(0, places)).replace(/^0+(?=\d)/, "");
  if (digits.length > 16) return null;
  const size = Number(digits) + (padded.charCodeAt(places) >= 53 ? 1 : 0);
  if (!Number.isSafeInteger(size)) return null;
  return value.negative && size !== 0 ? -size : size;
};
