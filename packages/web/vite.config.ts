import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { buildServiceWorker } from "./build-service-worker.ts";
import { compressFiles } from "./compress-files.ts";
import { publicPages } from "./public-pages.ts";
import { weighFirstRoute } from "./weigh-first-route.ts";
import { weighPublicPages } from "./weigh-public-pages.ts";

export default defineConfig({
  plugins: [
    react(),
    compressFiles(),
    buildServiceWorker(),
    weighFirstRoute({ limitKb: 400 }),
    weighPublicPages(),
  ],
  build: {
    target: "es2022",
    sourcemap: false,
    rolldownOptions: {
      input: {
        index: "index.html",
        ...Object.fromEntries(
          Object.entries(publicPages).map(([name, { entry }]) => [name, entry]),
        ),
      },
    },
    chunkSizeWarningLimit: 1500,
    // Everything is a file of ours: nothing inline, so that the content policy can stay strict.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": process.env["MAINSTAY_API"] ?? "http://127.0.0.1:3000" } },
});
