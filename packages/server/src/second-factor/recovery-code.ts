import { createHash, randomBytes } from "node:crypto";

export const recoveryCodeCount = 10;
const alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

/** Ten codes of 80 random bits, in four groups of letters and digits that are not mistaken for each other. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCodeCount }, () => {
    const text = [...randomBytes(16)].map((byte) => alphabet[byte % 32]).join("");
    return text.replace(/(.{4})(?=.)/g, "$1-");
  });

/** What is kept of a code; hyphens, blanks and capitals do not matter. 80 random bits need no slow hash. */
export const hashRecoveryCode = (userId: string, code: string): Buffer =>
  createHash("sha256")
    .update(`${userId} ${code.toLowerCase().replace(/[\s-]/g, "")}`)
    .digest();
