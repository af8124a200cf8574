import { quickLogs } from "@mainstay/contract/quick-log";
import { sessions } from "@mainstay/contract/session";
import { today } from "@mainstay/contract/today";
import { addressOf } from "../call.ts";
import { takeOverDevice } from "./device-owner.ts";
import { keepSending } from "./keep-sending.ts";
import { recentQuery } from "./recent-accounts.ts";
import { noteNewVersion } from "./new-version.ts";

/** The worker starts to answer only after the first screen asked: ask once more, so that it has something to keep. */
const warm = (): void => {
  for (const address of [
    addressOf(sessions.current),
    addressOf(today.get),
    addressOf(quickLogs.directory, {}, recentQuery()),
  ])
    void fetch(address, { headers: { accept: "application/json" } }).catch(() => undefined);
};

const watchForNewVersion = (registration: ServiceWorkerRegistration): void => {
  const note = () =>
    registration.waiting &&
    navigator.serviceWorker.controller &&
    noteNewVersion(registration.waiting);
  note();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", note);
  });
  // Phones keep a page open for days.
  setInterval(() => void registration.update().catch(() => undefined), 3_600_000);
};

/** Makes this device able to work without network for whoever is signed in; where the browser cannot, nothing changes. */
export const startOffline = async (userId: string): Promise<() => void> => {
  try {
    await takeOverDevice(userId);
  } catch {
    return () => undefined;
  }
  const stop = keepSending(userId);
  if (import.meta.env.PROD && "serviceWorker" in navigator) {
    const { serviceWorker } = navigator;
    const isFirst = serviceWorker.controller === null;
    if (isFirst) serviceWorker.addEventListener("controllerchange", warm, { once: true });
    const registration = await serviceWorker.register("/service-worker.js").catch(() => null);
    if (registration) watchForNewVersion(registration);
  }
  return stop;
};
