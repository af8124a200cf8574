import type { serviceErrorCodes } from "@mainstay/contract/error/service-error-codes";

/** The words of every refusal about cases, promises, surveys, needs and public pages. */
export const serviceErrorWordsEn: Record<keyof typeof serviceErrorCodes, string> = {
  "public_link.invalid":
    "This link is not valid or was taken back. Please ask whoever gave it to you for another.",
  "public_link.expired": "This link is too old. Please ask whoever gave it to you for another.",
  "public_link.used": "This link has been used; it works once.",
};
