export const passwordLeastLength = 10;

/** Passwords everybody tries first, in lower case, of ten characters and more. */
const common = new Set([
  "1234567890",
  "0123456789",
  "9876543210",
  "12345678910",
  "1111111111",
  "0000000000",
  "qwertyuiop",
  "1qaz2wsx3edc",
  "1q2w3e4r5t",
  "1q2w3e4r5t6y",
  "q1w2e3r4t5",
  "qwerty12345",
  "qwerty123456",
  "password12",
  "password123",
  "password1234",
  "passw0rd123",
  "p@ssw0rd123",
  "p@ssword123",
  "admin12345",
  "admin123456",
  "administrator",
  "iloveyou123",
  "letmein123",
  "welcome123",
  "welcome1234",
  "changeme123",
  "abc1234567",
  "abcd123456",
  "abc123456789",
  "abcdefghij",
  "a123456789",
  "aa12345678",
  "aa123456789",
  "woaini1314",
  "woaini520520",
  "woaini1314520",
  "5201314520",
  "mainstay123",
  "mainstay1234",
]);

/**
 * Why a password is too weak to take, or null: at least ten characters, not the mail address or its first part,
 * not one of the well-known ones, not one character over and over. Length is the rule; no classes of characters.
 */
export const passwordWeakness = (
  password: string,
  email: string,
): "too_short" | "is_email" | "common" | null => {
  const lower = password.toLowerCase();
  const mail = email.toLowerCase();
  if ([...password].length < passwordLeastLength) return "too_short";
  if (lower === mail || lower === mail.split("@")[0]) return "is_email";
  if (common.has(lower) || new Set(lower).size < 3) return "common";
  return null;
};
