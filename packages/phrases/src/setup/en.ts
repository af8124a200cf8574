import type { WordsLike } from "../words-like.ts";
import type { setupZh } from "./zh.ts";

export const setupEn: WordsLike<typeof setupZh> = {
  title: "Set up your workspace",
  lead: "Once, about a minute. Everything can be changed later in Settings.",
  workspace: "Company or team name",
  admin: "Administrator",
  portfolio: "Where to start",
  empty: "An empty workspace",
  emptyWhy: "Import your own order history right away.",
  demo: "With demo data",
  demoWhy: "About 120 invented accounts and six years of orders, to look around.",
  workspaceNeeded: "Please enter the name",
  linkWhere: "Open this page with the one-time link that the terminal printed at start.",
  start: "Start",
  done: "This workspace is already set up",
  doneWhy: "Please sign in.",
};
