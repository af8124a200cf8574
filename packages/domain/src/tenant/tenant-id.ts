declare const tenantBrand: unique symbol;

/** The workspace a record belongs to. Only the gate (sign-in, tokens, jobs) may make one from text. */
export type TenantId = string & { readonly [tenantBrand]: "TenantId" };

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Is this text a UUID, the only form an id has? */
export const isUuid = (text: string): boolean => uuidPattern.test(text);

/**
 * Turn text into a tenant id. To be called by the gate only, after it has proved that the caller
 * belongs to that tenant; a boundary check keeps other code from calling it.
 */
export function mintTenantId(text: string): TenantId {
  if (!isUuid(text)) throw new Error("A tenant id is a UUID.");
  return text.toLowerCase() as TenantId;
}
