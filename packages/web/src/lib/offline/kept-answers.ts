import { apiPrefix } from "@mainstay/contract/endpoint/headers";

/** The one cache of answers; each stands under its address and its owner's id. */
export const keptAnswersName = "mainstay-answers";

const uuid = "[0-9a-f-]{36}";
/** What may be read without network: who I am, Today, accounts' pages, whom a log may name. Nothing about one person. */
const kept = new RegExp(
  `^${apiPrefix}/(?:session|today(?:/[a-z-]+)?|quick-logs/directory|accounts/${uuid}/(?:page|interactions))$`,
);

export const isKeptAddress = (url: URL): boolean => kept.test(url.pathname);

/** An answer's place in the cache: nobody else's key ever finds it. The directory is one, however it was asked for. */
export const keptKey = (address: string, ownerUserId: string): string => {
  const url = new URL(address);
  if (url.pathname.endsWith("/quick-logs/directory")) url.search = "";
  url.searchParams.set("kept-for", ownerUserId);
  return url.href;
};

/** Whether an answer may be kept at all: whole, fresh and not forbidden by the server. */
export const mayKeep = (response: Response): boolean =>
  response.status === 200 && !/no-store/i.test(response.headers.get("cache-control") ?? "");

export const clearKeptAnswers = async (): Promise<void> => {
  if (typeof caches !== "undefined") await caches.delete(keptAnswersName);
};
