/** `leaving=yes`: somebody wants to sign out while logs still wait. */
export interface OutboxSearch {
  leaving?: "yes";
}

export const readOutboxSearch = (search: Record<string, unknown>): OutboxSearch =>
  search["leaving"] === "yes" ? { leaving: "yes" } : {};
