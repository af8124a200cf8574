/** Refusals about cases, promises, surveys, needs and the pages of those who do not sign in; sorted by noun. */
export const serviceErrorCodes = {
  "public_link.invalid": 410,
  "public_link.expired": 410,
  "public_link.used": 410,
} as const;
