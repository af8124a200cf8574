/** Names of what travels beside the body; the server demands them and the web sends them. */

/** Every write that signs itself with the session cookie carries this header (any value): other sites cannot send it. */
export const csrfHeader = "x-mainstay-request";

/** `<tenant>.<secret>`; HttpOnly, so that no script reads it. */
export const sessionCookie = "mainstay_session";

/** Repeating a request with the same key gives the first answer again. */
export const idempotencyHeader = "idempotency-key";

export const apiPrefix = "/api/v1";
