// Making a format costs far more than using one, so each is made once.
const formats = new Map<number, Intl.NumberFormat>();

const formatWith = (decimals: number): Intl.NumberFormat => {
  let format = formats.get(decimals);
  if (!format) {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    format = new Intl.NumberFormat("en-US", digits);
    formats.set(decimals, format);
  }
  return format;
};

/** Digits with thousands separators, just so many decimals. */
export const groupDigits = (value: number, decimals: number): string =>
  formatWith(decimals).format(value);

/** A count or figure with thousands separators and a true minus sign. */
export const formatNumber = (value: number, decimals = 0): string => {
  const text = groupDigits(Math.abs(value), decimals);
  return value < 0 && Number(text.replaceAll(",", "")) !== 0 ? `−${text}` : text;
};

/** A share 0..1 as per cent; never rounds a possible event to 0 % nor an uncertain one to 100 %. */
export const formatShare = (share: number, decimals = 0): string => {
  const smallest = 10 ** -(decimals + 2);
  if (share > 0 && share < smallest / 2) return `<${formatNumber(smallest * 100, decimals)}%`;
  if (share < 1 && share > 1 - smallest / 2)
    return `>${formatNumber(100 - smallest * 100, decimals)}%`;
  return `${formatNumber(share * 100, decimals)}%`;
};
