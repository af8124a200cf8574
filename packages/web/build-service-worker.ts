import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";
import { isPublicPage } from "./public-pages.ts";

/** Screens that must open without network, and what they speak; everything they import comes along. */
const shell =
  /(?:features\/today\/(?:today-screen|signal-list|role-panel)|features\/account-page\/account-screen|features\/quick-log\/(?:quick-log-bar|outbox-screen|offline-strip)|features\/session\/sign-in-screen|lib\/offline\/start-offline|lib\/offline\/device-owner)\.tsx?$|phrases\/src\/(?:later-)?(?:zh|en)\.ts$|antd\/es\/locale\/(?:zh_CN|en_US)\.js$/;

type Bundle = Rolldown.OutputBundle;

/** Screens whose parts are loaded after them: those must be on the device too, or a page without network misses half. */
const withLaterParts = /features\/account-page\/account-screen\.tsx$/;

/** The entry, the shell's screens and all they import, with their styles. */
const shellFiles = (bundle: Bundle): string[] => {
  const needed = new Set<string>();
  const add = (file: string) => {
    const chunk = bundle[file];
    if (needed.has(file) || chunk === undefined) return;
    needed.add(file);
    if (chunk.type !== "chunk") return;
    for (const next of chunk.imports) add(next);
    const { importedCss } =
      (chunk as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata ?? {};
    for (const style of importedCss ?? []) add(style);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== "chunk") continue;
    const isEntry = chunk.isEntry && !isPublicPage(chunk.name);
    const from = chunk.facadeModuleId ?? "";
    if (isEntry || shell.test(from)) add(chunk.fileName);
    if (withLaterParts.test(from)) for (const later of chunk.dynamicImports) add(later);
  }
  return [...needed];
};

/**
 * Builds the service worker into one file of its own beside the pages, and tells it the shell's files. Assets carry their
 * hash in their name; the entry page and the icon get one.
 */
export const buildServiceWorker = (): Plugin => {
  let files: string[] = [];
  let root = "";
  let folder = "";
  return {
    name: "mainstay-build-service-worker",
    apply: "build",
    configResolved: (config) => {
      root = config.root;
      folder = resolve(config.root, config.build.outDir);
    },
    writeBundle(_, bundle) {
      files = shellFiles(bundle as Bundle);
    },
    closeBundle: async () => {
      if (files.length === 0) return;
      const hashed = await Promise.all(
        ["index.html", "mainstay.svg", "manifest.webmanifest"].map(async (name) => ({
          url: `/${name}`,
          revision: createHash("sha256")
            .update(await readFile(join(folder, name)))
            .digest("hex")
            .slice(0, 16),
        })),
      );
      const listed = [...files.map((file) => ({ url: `/${file}`, revision: null })), ...hashed];
      await build({
        configFile: false,
        root,
        logLevel: "warn",
        publicDir: false,
        define: { __SHELL_FILES__: JSON.stringify(listed), "process.env.NODE_ENV": '"production"' },
        build: {
          outDir: folder,
          emptyOutDir: false,
          target: "es2022",
          rolldownOptions: {
            input: join(root, "src/service-worker/service-worker.ts"),
            output: { format: "iife", entryFileNames: "service-worker.js", codeSplitting: false },
          },
        },
      });
    },
  };
};
