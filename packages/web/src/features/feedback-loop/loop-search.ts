/** Which loops the list shows; the address says it. */
export const loopShows = ["running", "overdue", "remeasured", "dropped", "all"] as const;
export type LoopShow = (typeof loopShows)[number];

/** What an address asks for; anything else is the running ones. */
export const readLoopSearch = (search: Record<string, unknown>): { show?: LoopShow } => {
  const show = loopShows.find((one) => one === search["show"]);
  return show === undefined || show === "running" ? {} : { show };
};
