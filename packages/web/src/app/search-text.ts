/**
 * The search part of the address as plain words (`?level=act,lost&q=万华`), so that people can read and share it;
 * every value is text, several values of one filter are joined by commas.
 */
export const readSearch = (text: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text.startsWith("?") ? text.slice(1) : text));

export const writeSearch = (search: Record<string, unknown>): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === "") continue;
    params.set(name, Array.isArray(value) ? value.join(",") : String(value));
  }
  const text = params.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
  return text === "" ? "" : `?${text}`;
};
