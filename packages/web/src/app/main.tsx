import "./base.css";
import { createRoot } from "react-dom/client";
import { readPreferences } from "../lib/preferences.ts";
import { App } from "./app.tsx";
import { loadLanguage } from "./language.ts";
import { fontStack } from "./tokens.ts";

document.documentElement.style.setProperty("--font", fontStack);

const place = document.getElementById("root");
if (place !== null) {
  const first = await loadLanguage(readPreferences().locale);
  createRoot(place).render(<App first={first} />);
}
