import { createHash } from "node:crypto";
import type { Clock } from "../platform/clock/clock.ts";
import { createRateLimit } from "../platform/http/rate-limit.ts";

const ofLinkAMinute = 300;
const ofLinkAndAddressAMinute = 30;

/**
 * How many answers one link may hand in a minute, in all and from one address: taken before the database is asked, so that
 * a program hammering one link costs nobody else anything. A stand at a fair behind one address stays below it.
 */
export const createAnswerLimit = (
  clock: Clock,
): { readonly take: (token: string, address: string) => void } => {
  const ofLink = createRateLimit(ofLinkAMinute, clock);
  const ofAddress = createRateLimit(ofLinkAndAddressAMinute, clock);
  return {
    take(token, address) {
      const link = createHash("sha256").update(token).digest("base64url");
      ofAddress.take(`${link} ${address}`);
      ofLink.take(link);
    },
  };
};
