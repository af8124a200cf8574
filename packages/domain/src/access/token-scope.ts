/**
 * What a personal access token may be given; a token never exceeds the rights of its user. `personal` opens facts about
 * people beyond business ones (see `fact/fact-class.ts`), within what the user's role sees.
 */
export const tokenScopes = ["read", "write", "import", "admin", "personal"] as const;
export type TokenScope = (typeof tokenScopes)[number];
