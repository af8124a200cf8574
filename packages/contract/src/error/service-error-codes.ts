/** Refusals about cases, promises, surveys, needs and the pages of those who do not sign in; sorted by noun. */
export const serviceErrorCodes = {
  "need.not_found": 404,
  "need.not_allowed_now": 409,
  "need.already_explicit": 409,
  "need.origin_not_found": 404,
  "need.step_not_allowed": 409,
  "need.day_in_future": 422,
  "need.step_before_last": 422,
  "public_link.invalid": 410,
  "public_link.expired": 410,
  "public_link.used": 410,
} as const;
