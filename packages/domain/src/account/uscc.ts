const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const form = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 统一社会信用代码 as people paste it → trimmed, half-width, upper-case. */
export const normaliseUscc = (text: string): string =>
  text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();

/** The check character that must stand at place 18 (GB 32100-2015), or null when the first 17 are malformed. */
export const usccCheckCharacter = (code: string): string | null => {
  let sum = 0;
  for (let place = 0; place < 17; place++) {
    const value = alphabet.indexOf(code[place] ?? "?");
    if (value < 0) return null;
    sum += value * (weights[place] ?? 0);
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? null;
};

/** True for a well-formed code with the right check character; prefixes are never rejected (facts.md § 4). */
export const isUscc = (code: string): boolean =>
  form.test(code) && usccCheckCharacter(code) === code[17];
