import { hash, verify } from "@node-rs/argon2";
import { passwordLeastLength, passwordWeakness } from "@mainstay/domain/user/password-rule";
import { AppError } from "../platform/http/app-error.ts";

/** argon2id with OWASP's parameters: 19 MiB, two passes, one lane. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password that passes the rule; refuses a weak one. */
export const hashNewPassword = async (password: string, email: string): Promise<string> => {
  const weakness = passwordWeakness(password, email);
  if (weakness !== null) {
    throw new AppError("session.password_too_weak", { weakness, least: passwordLeastLength });
  }
  return hash(password, strength);
};

let decoy: Promise<string> | undefined;

/** Whether the password is right. Without a hash the same work is done in vain, so that time tells nothing. */
export const isPasswordRight = async (
  passwordHash: string | null,
  password: string,
): Promise<boolean> => {
  decoy ??= hash("nobody has this password", strength);
  const isRight = await verify(passwordHash ?? (await decoy), password).catch(() => false);
  return isRight && passwordHash !== null;
};
