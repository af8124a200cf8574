import { Secret, TOTP } from "otpauth";

const periodSeconds = 30;
/** Clocks of phones may be off by one period to either side. */
const window = 1;

const totpOf = (secret: string, names: { issuer?: string; label?: string } = {}) =>
  new TOTP({
    ...names,
    algorithm: "SHA1",
    digits: 6,
    period: periodSeconds,
    secret: Secret.fromBase32(secret),
  });

/** 160 random bits in base32, as authenticators take them (RFC 4226 § 4). */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the square holds: `otpauth://totp/…`. */
export const totpUri = (secret: string, issuer: string, label: string): string =>
  totpOf(secret, { issuer, label }).toString();

/** The half minute (RFC 6238 time step) whose code this is, now or one beside now; null when it is none. */
export const matchingStep = (secret: string, code: string, now: Date): number | null => {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / periodSeconds) + delta;
};

/** The code of an instant, for tests and for nothing else. */
export const codeAt = (secret: string, at: Date): string =>
  totpOf(secret).generate({ timestamp: at.getTime() });
