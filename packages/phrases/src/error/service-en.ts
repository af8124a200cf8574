import type { serviceErrorCodes } from "@mainstay/contract/error/service-error-codes";

/** The words of every refusal about cases, promises, surveys, needs and public pages. */
export const serviceErrorWordsEn: Record<keyof typeof serviceErrorCodes, string> = {
  "need.not_found": "There is no such need, or you may not see it.",
  "need.not_allowed_now": "A need in this state cannot be handled like that.",
  "need.already_explicit": "An explicit need does not become hidden again.",
  "need.origin_not_found": "The account has no such record, or you may not see it.",
  "need.step_not_allowed": "A need moves on one step at a time, or back to an earlier state.",
  "need.day_in_future": "The day must not lie after today ({today}).",
  "need.step_before_last": "The day must not lie before the need came to its present state ({since}).",
  "public_link.invalid":
    "This link is not valid or was taken back. Please ask whoever gave it to you for another.",
  "public_link.expired": "This link is too old. Please ask whoever gave it to you for another.",
  "public_link.used": "This link has been used; it works once.",
};
