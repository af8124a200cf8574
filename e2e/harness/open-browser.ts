import { existsSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright";
import { chromium } from "playwright";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const findChromium = (): string => {
  const known = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium", "/usr/bin/chromium-browser"];
  const path = known.find((candidate) => candidate && existsSync(candidate));
  if (path === undefined)
    throw new Error("No chromium: install Debian's package or set CHROMIUM_PATH.");
  return path;
};

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium(), headless: true, args: flags });

/** Only for what hangs: on a crowded machine a page is slow, not wrong. */
const patienceMs = 120_000;

/** A page with a list of everything that should never happen on it: script errors, refused content, foreign hosts. */
export interface WatchedPage {
  readonly page: Page;
  readonly troubles: string[];
  readonly close: () => Promise<void>;
}

/** 4xx answers are part of the conversation (a wrong password); the browser logs them as errors all the same. */
const isExpectedNoise = (text: string) => /status of 4\d\d/.test(text);

/** Opens a page as one reader would have it: language, width, light or dark. */
export const openPage = async (
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> => {
  const context = await browser.newContext({
    baseURL: origin,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    if (!isExpectedNoise(message.text())) troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`script error: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (["data:", "blob:"].includes(url.protocol) || url.origin === origin) return;
    troubles.push(`foreign request: ${request.url()}`);
  });
  return { page, troubles, close: () => context.close() };
};

export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};
