import { factKinds } from "./fact-kind.ts";

/** What a consent can speak of: each kind of fact, a photo, the profile of stance and influence, publishing. */
export const consentScopes = [...factKinds, "photo", "profile", "publish"] as const;
export type ConsentScope = (typeof consentScopes)[number];

export const consentMethods = ["portal", "paper", "wecom_reply", "oral_witnessed"] as const;
export type ConsentMethod = (typeof consentMethods)[number];
