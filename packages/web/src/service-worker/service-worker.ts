import { ExpirationPlugin } from "workbox-expiration";
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { NetworkFirst } from "workbox-strategies";
import { readOwner } from "../lib/offline/device-owner.ts";
import { isKeptAddress, keptAnswersName } from "../lib/offline/kept-answers.ts";
import { sendWaiting } from "../lib/offline/outbox.ts";
import { keepForOwner } from "./keep-answer.ts";
import type { WorkerScope } from "./worker-scope.ts";

/** Put in by the build: the files of the app's shell with their hashes. */
declare const __SHELL_FILES__: { url: string; revision: string | null }[];

const scope = self as unknown as WorkerScope;
const week = 7 * 24 * 60 * 60;

precacheAndRoute(__SHELL_FILES__);
cleanupOutdatedCaches();
// Every address of the app is the one entry page; the interface and the public pages are not of the app.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL("/index.html"), {
    denylist: [/^\/api(?:\/|$)/, /^\/[cws](?:\/|$)/, /\.[a-z0-9]{2,5}$/i],
  }),
);
registerRoute(
  ({ url, request }) =>
    request.method === "GET" && url.origin === scope.location.origin && isKeptAddress(url),
  new NetworkFirst({
    cacheName: keptAnswersName,
    networkTimeoutSeconds: 4,
    plugins: [keepForOwner, new ExpirationPlugin({ maxEntries: 80, maxAgeSeconds: week })],
  }),
);

scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
// A newer worker waits until the reader agrees to reload.
scope.addEventListener("message", (event) => {
  if (event.data === "take-over") void scope.skipWaiting();
});

const sendForOwner = async (): Promise<void> => {
  const owner = await readOwner();
  if (owner === null) return;
  const { nextTryAt } = await sendWaiting(owner, { locale: navigator.language, isForced: true });
  // The browser tries again by itself when a sync fails.
  if (nextTryAt !== null) throw new Error("Some logs still wait.");
};

scope.addEventListener("sync", (event) => {
  if (event.tag === "mainstay-outbox") event.waitUntil(sendForOwner());
});
