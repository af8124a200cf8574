const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The issuer as it must be kept, or null when it cannot be one: https, no query, no fragment, no name and password in
 * it; plain http only on this machine. A trailing slash is part of the name and stays.
 */
export const usableIssuer = (text: string): string | null => {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isSafe =
    url.protocol === "https:" || (url.protocol === "http:" && loopback.has(url.hostname));
  if (!isSafe || url.search || url.hash || url.username || url.password) return null;
  return text.trim();
};

/** The hosts (with port) we may speak to for a provider: the issuer's and those the administrator named. */
export const hostsOf = (issuer: string, otherHosts: readonly string[]): ReadonlySet<string> =>
  new Set([new URL(issuer).host, ...otherHosts]);

/** Whether an address may be asked: one of the named hosts, and by https unless the issuer itself is plain http. */
export const mayReach = (
  address: string,
  issuer: string,
  otherHosts: readonly string[],
): boolean => {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const isSafe = url.protocol === "https:" || url.protocol === new URL(issuer).protocol;
  return isSafe && hostsOf(issuer, otherHosts).has(url.host);
};

/** Whether somebody of this mail address may come in; no domains named means any. */
export const isDomainAllowed = (email: string, domains: readonly string[]): boolean =>
  domains.length === 0 || domains.includes(email.slice(email.lastIndexOf("@") + 1).toLowerCase());

/** Where to go after signing in: an address of our own page, else its beginning. */
export const safeReturnPath = (to: string | undefined): string =>
  to !== undefined && /^\/(?![/\\])[^\u0000-\u001f]*$/.test(to) && !to.startsWith("/sign-in")
    ? to
    : "/";
