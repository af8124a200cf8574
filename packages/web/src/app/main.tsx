import "./base.css";
import { createRoot } from "react-dom/client";
import { readPreferences } from "../lib/preferences.ts";
import { App } from "./app.tsx";
import { loadLanguage } from "./language.ts";
import { fontStack } from "./tokens.ts";

document.documentElement.style.setProperty("--font", fontStack);

// The server has been updated since this page was opened and its old parts are gone: fetch the new page, once.
addEventListener("vite:preloadError", (event) => {
  const last = Number(sessionStorage.getItem("mainstay.reloadedAt"));
  if (Date.now() - last < 60_000) return;
  sessionStorage.setItem("mainstay.reloadedAt", String(Date.now()));
  event.preventDefault();
  location.reload();
});

const place = document.getElementById("root");
if (place !== null) {
  const first = await loadLanguage(readPreferences().locale);
  createRoot(place).render(<App first={first} />);
}
