/** Text as it stands, inside a pattern of LIKE: none of it is a wildcard. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
