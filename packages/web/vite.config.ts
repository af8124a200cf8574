import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compressFiles } from "./compress-files.ts";
import { weighFirstRoute } from "./weigh-first-route.ts";

export default defineConfig({
  plugins: [react(), compressFiles(), weighFirstRoute({ limitKb: 400 })],
  build: {
    target: "es2022",
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
    // Everything is a file of ours: nothing inline, so that the content policy can stay strict.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": process.env["MAINSTAY_API"] ?? "http://127.0.0.1:3000" } },
});
