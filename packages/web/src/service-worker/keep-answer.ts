import type { StrategyOptions } from "workbox-strategies";
import { readOwner } from "../lib/offline/device-owner.ts";
import { keptKey, mayKeep } from "../lib/offline/kept-answers.ts";
import { keptAtHeader } from "../lib/offline/kept-mark.ts";

/** The same answer with the instant at which it was kept. */
const marked = async (response: Response): Promise<Response> => {
  const headers = new Headers(response.headers);
  headers.set(keptAtHeader, new Date().toISOString());
  return new Response(await response.blob(), { status: response.status, headers });
};

type Plugin = NonNullable<StrategyOptions["plugins"]>[number];

/**
 * Keeps an answer for the one who asked and nobody else: the key carries the owner's id, and an answer that arrives after
 * the device changed hands is not kept.
 */
export const keepForOwner: Plugin = {
  handlerWillStart: async ({ state }) => {
    if (state) state["owner"] = await readOwner();
  },
  cacheKeyWillBeUsed: async ({ request, state }) =>
    keptKey(request.url, (state?.["owner"] as string | null | undefined) ?? "nobody"),
  cacheWillUpdate: async ({ response, state }) => {
    const owner = state?.["owner"];
    if (!owner || !mayKeep(response) || (await readOwner()) !== owner) return null;
    return marked(response);
  },
  cachedResponseWillBeUsed: async ({ cachedResponse, state }) =>
    state?.["owner"] && state["owner"] === (await readOwner()) ? (cachedResponse ?? null) : null,
};
