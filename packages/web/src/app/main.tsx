import "./base.css";
import { createRoot } from "react-dom/client";
import { readPreferences } from "../lib/preferences.ts";
import { App } from "./app.tsx";
import { loadLanguage } from "./language.ts";
import { fontStack } from "./tokens.ts";

document.documentElement.style.setProperty("--font", fontStack);

// The server has been updated since this page was opened and its old parts are gone: fetch the new page, once.
addEventListener("vite:preloadError", (event) => {
  // Without network there is nothing newer to fetch, and what somebody is typing would be lost.
  if (!navigator.onLine) return;
  const last = Number(sessionStorage.getItem("mainstay.reloadedAt"));
  if (Date.now() - last < 60_000) return;
  sessionStorage.setItem("mainstay.reloadedAt", String(Date.now()));
  event.preventDefault();
  // A newer worker that waits takes over, or the old entry page would only come back.
  const worker = "serviceWorker" in navigator ? navigator.serviceWorker.getRegistration() : null;
  void Promise.resolve(worker)
    .then((registration) => registration?.waiting?.postMessage("take-over"))
    .finally(() => setTimeout(() => location.reload(), 300));
});

const place = document.getElementById("root");
if (place !== null) {
  const first = await loadLanguage(readPreferences().locale);
  createRoot(place).render(<App first={first} />);
}
