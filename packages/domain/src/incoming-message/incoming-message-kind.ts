/** 来信: which way a message reached us. `link`: filed by a link given to an account; `form`: by the form anybody may open. */
export const incomingChannels = ["mailbox", "hook", "link", "form"] as const;
export type IncomingChannel = (typeof incomingChannels)[number];

/** `waiting` for somebody to sort it, `opened` a case, `added` to a case, `set_aside`: kept, and nothing came of it. */
export const incomingStatuses = ["waiting", "opened", "added", "set_aside"] as const;
export type IncomingStatus = (typeof incomingStatuses)[number];

/** Why somebody has to look at a message. */
export const waitingReasons = [
  "unknown_sender",
  "several_accounts",
  "foreign_thread",
  "restricted_sender",
  "no_responder",
  "open_form",
] as const;

/** Why nothing came of a message; `by_hand`: somebody said so, in their own words. */
export const setAsideReasons = [
  "automatic",
  "list",
  "no_return",
  "own_mail",
  "too_many",
  "too_large",
  "unreadable",
  "by_hand",
] as const;
export type SetAsideReason = (typeof setAsideReasons)[number];

export const incomingReasons = [...waitingReasons, ...setAsideReasons] as const;
export type IncomingReason = (typeof incomingReasons)[number];

/** Why a file that came with a message is not kept. */
export const fileRefusals = ["type", "false_name", "too_large", "too_many"] as const;
export type FileRefusal = (typeof fileRefusals)[number];
