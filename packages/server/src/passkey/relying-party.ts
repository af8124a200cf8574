import { isIP } from "node:net";
import { isUuid, mintTenantId, type TenantId } from "@mainstay/domain/tenant/tenant-id";
import { AppError } from "../platform/http/app-error.ts";

/** Whom a passkey is bound to: the host people type. Browsers refuse bare IP addresses, so we say it first. */
export const relyingPartyOf = (origin: string): { id: string; origin: string } => {
  const { hostname } = new URL(origin);
  if (isIP(hostname.replace(/^\[|\]$/g, "")) !== 0) throw new AppError("passkey.address_unfit");
  return { id: hostname, origin };
};

/** Whether passkeys can work at this address at all. */
export const fitsPasskeys = (origin: string): boolean => {
  const { hostname, protocol } = new URL(origin);
  const isSecure = protocol === "https:" || hostname === "localhost";
  return isSecure && isIP(hostname.replace(/^\[|\]$/g, "")) === 0;
};

const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll("-", ""), "hex");
const uuidOf = (bytes: Buffer) =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** What the device keeps to say who it is for: workspace and user as 32 bytes, nothing a reader could make sense of. */
export const writeUserHandle = (tenantId: string, userId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array([...bytesOf(tenantId), ...bytesOf(userId)]);

export const readUserHandle = (text: unknown): { tenantId: TenantId; userId: string } | null => {
  if (typeof text !== "string") return null;
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== 32) return null;
  const [tenantId, userId] = [uuidOf(bytes.subarray(0, 16)), uuidOf(bytes.subarray(16))];
  return isUuid(tenantId) && isUuid(userId) ? { tenantId: mintTenantId(tenantId), userId } : null;
};
