/** What a case can be linked to, besides its account. */
export const caseLinkKinds = ["order", "person", "need", "project"] as const;
export type CaseLinkKind = (typeof caseLinkKinds)[number];
