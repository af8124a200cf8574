import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { buildServiceWorker } from "./build-service-worker.ts";
import { compressFiles } from "./compress-files.ts";
import { weighFirstRoute } from "./weigh-first-route.ts";
import { weighWithdrawalPage } from "./weigh-withdrawal-page.ts";

export default defineConfig({
  plugins: [
    react(),
    compressFiles(),
    buildServiceWorker(),
    weighFirstRoute({ limitKb: 400 }),
    weighWithdrawalPage({ limitKb: 60 }),
  ],
  build: {
    target: "es2022",
    sourcemap: false,
    // The page on which a person withdraws a consent stands apart: nothing of the application comes with it.
    rolldownOptions: { input: { index: "index.html", withdrawal: "w/index.html" } },
    chunkSizeWarningLimit: 1500,
    // Everything is a file of ours: nothing inline, so that the content policy can stay strict.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": process.env["MAINSTAY_API"] ?? "http://127.0.0.1:3000" } },
});
