/** What a person may ask (PIPL Articles 44–50); `relative_of_deceased` is Article 49. */
export const subjectRequestKinds = [
  "consult",
  "copy",
  "transfer",
  "correct",
  "erase",
  "restrict",
  "explain",
  "object_profiling",
  "withdraw",
  "relative_of_deceased",
] as const;
export type SubjectRequestKind = (typeof subjectRequestKinds)[number];

export const subjectRequestStatuses = ["open", "identity_checked", "done", "refused"] as const;
export type SubjectRequestStatus = (typeof subjectRequestStatuses)[number];

/** How a request reached us. */
export const requestChannels = ["in_person", "phone", "mail", "letter", "wecom", "other"] as const;
export type RequestChannel = (typeof requestChannels)[number];

/** Requests that change what is held when they are carried out; they need to know about whom. */
export const actingRequestKinds = [
  "erase",
  "restrict",
  "object_profiling",
  "withdraw",
] as const satisfies readonly SubjectRequestKind[];

export const isActingRequest = (kind: SubjectRequestKind): boolean =>
  (actingRequestKinds as readonly string[]).includes(kind);
