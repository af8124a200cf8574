import { createHash, randomBytes } from "node:crypto";
import { isUuid, mintTenantId, type TenantId } from "@mainstay/domain/tenant/tenant-id";

/** What a caller shows: the tenant it claims and a secret that only the hash of is kept. */
export interface Credential {
  readonly kind: "session" | "token";
  readonly tenantId: TenantId;
  readonly secret: string;
}

const secretPattern = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits as text that fits into cookies, headers and links. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is kept of a secret; a fast hash is enough for 256 random bits. */
export const hashSecret = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/** `<tenant>.<secret>`: the text of session cookies and one-time links. */
export const writeDotted = (tenantId: TenantId, secret: string): string => `${tenantId}.${secret}`;

export const readDotted = (text: string): { tenantId: TenantId; secret: string } | null => {
  const dot = text.indexOf(".");
  const [tenant, secret] = [text.slice(0, dot), text.slice(dot + 1)];
  if (!isUuid(tenant) || !secretPattern.test(secret)) return null;
  return { tenantId: mintTenantId(tenant), secret };
};

/** `mst_<tenant>_<secret>`: the text of a personal access token. */
export const writeAccessToken = (tenantId: TenantId, secret: string): string =>
  `mst_${tenantId.replaceAll("-", "")}_${secret}`;

export const readAccessToken = (text: string): { tenantId: TenantId; secret: string } | null => {
  const parts =
    /^mst_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_(.+)$/.exec(text);
  const secret = parts?.[6];
  if (!parts || secret === undefined || !secretPattern.test(secret)) return null;
  return { tenantId: mintTenantId(parts.slice(1, 6).join("-")), secret };
};

/**
 * The credential of a request. An Authorization header wins over the cookie and never falls back to it;
 * `broken` means that something was shown which cannot be one.
 */
export const readCredential = (
  authorization: string | undefined,
  cookie: string | undefined,
): Credential | "none" | "broken" => {
  if (authorization !== undefined) {
    const [scheme, text = ""] = authorization.split(" ");
    const read = scheme?.toLowerCase() === "bearer" ? readAccessToken(text) : null;
    return read ? { kind: "token", ...read } : "broken";
  }
  if (!cookie) return "none";
  const read = readDotted(cookie);
  return read ? { kind: "session", ...read } : "broken";
};
