import { privacy } from "@mainstay/contract/privacy";
import { subjectRequests } from "@mainstay/contract/subject-request";
import { staleAfterConsent } from "../consent/stale-after-consent.ts";

/** What a handled request may have changed: nearly everything about its person. */
export const staleAfterRequest = [
  subjectRequests.list,
  subjectRequests.get,
  privacy.register,
  ...staleAfterConsent,
] as const;
