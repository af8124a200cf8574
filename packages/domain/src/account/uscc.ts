const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const form = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** A 统一社会信用代码 as it is kept: half-width, upper case, without blanks. */
export const normaliseUscc = (text: string): string =>
  text.normalize("NFKC").replace(/\s+/g, "").toUpperCase();

/** The check character GB 32100-2015 demands for the first 17 characters. */
export const usccCheckCharacter = (first17: string): string => {
  const sum = weights.reduce(
    (total, weight, i) => total + alphabet.indexOf(first17[i] ?? "") * weight,
    0,
  );
  return alphabet[(31 - (sum % 31)) % 31] ?? "";
};

/** Whether a normalised code is a 统一社会信用代码: 18 characters of the alphabet and a true check character. */
export const isUscc = (code: string): boolean =>
  form.test(code) && usccCheckCharacter(code.slice(0, 17)) === code[17];
