const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // A damaged link is told apart by the server, not by an exception.
    return text;
  }
};

/** The secret a one-time link carries behind `#`, where no server log sees it; null without one. */
export const readLinkToken = (): string | null => {
  const fragment = window.location.hash.replace(/^#/, "");
  const named = new URLSearchParams(fragment).get("token");
  const token = named ?? fragment;
  return token === "" ? null : decoded(token);
};
