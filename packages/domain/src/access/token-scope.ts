/** What a personal access token may be given; a token never exceeds the rights of its user. */
export const tokenScopes = ["read", "write", "import", "admin"] as const;
export type TokenScope = (typeof tokenScopes)[number];
