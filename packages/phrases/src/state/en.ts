import type { WordsLike } from "../words-like.ts";
import type { stateZh } from "./zh.ts";

export const stateEn: WordsLike<typeof stateZh> = {
  failed: "This could not be shown",
  requestId: "Request id",
  pageBroke: "The page ran into a problem. Try again; if it stays, reload the page.",
  unreachable:
    "The server cannot be reached. Check the network and try again; what you typed is kept.",
  serverBroke:
    "The server did not answer properly. Try again later; if it stays, tell your administrator the request id below.",
  notFound: "There is no such page",
  notFoundWhy: "It may have been removed, or it is not among the accounts you look after.",
  toToday: "Back to Today",
  noPermission: "You may not see this",
  askNamed: "Ask {{names}} for access.",
  askAdministrator: "Ask your administrator for access.",
  and: " or ",
  conflict: "Somebody else has just changed this record",
  conflictWhy: "Choose which version stays; the other one is kept in the audit log.",
  field: "Field",
  theirs: "Theirs",
  mine: "Mine",
  takeTheirs: "Take theirs",
  keepMine: "Keep mine",
};
