import type { Page } from "playwright";
import type { BenchLine } from "../packages/analytics/bench/bench-line.ts";
import { sessionCookie } from "../packages/contract/src/endpoint/headers.ts";
import { openBrowser, openPage } from "../e2e/harness/open-browser.ts";
import { buildPages } from "../e2e/harness/start-product.ts";
import { openBenchWorkspace } from "./bench-workspace.ts";
import { makeRelationshipMap } from "./make-relationship-map.ts";

const size = { people: 150, ties: 400, interactions: 2_000 };
const seconds = 5;
const leastFramesPerSecond = 50;
const firstPaintLimitSeconds = 1;

/** As text: the loader of this file would put helpers of its own into a function. */
const countFrames = `(() => {
  const mine = (frames = []);
  isCounting = true;
  requestAnimationFrame(function note(at) {
    // A counter of an earlier measurement that still waits for its frame must not count into this one.
    if (!isCounting || frames !== mine) return;
    mine.push(at);
    requestAnimationFrame(note);
  });
})()`;

/** Frames the compositor showed while somebody pans or zooms for some seconds, by the timing of animation frames. */
const framesWhile = async (page: Page, act: (untilMs: number) => Promise<void>) => {
  await page.evaluate(countFrames);
  await act(Date.now() + seconds * 1000);
  const frames = await page.evaluate<number[]>("isCounting = false, frames");
  const gaps = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
  const sorted = gaps.toSorted((a, b) => a - b);
  const span = ((frames.at(-1) ?? 0) - (frames[0] ?? 0)) / 1000;
  return {
    perSecond: gaps.length / span,
    p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
    longestMs: sorted.at(-1) ?? Number.NaN,
  };
};

const pan = (page: Page) => async (until: number) => {
  const box = await page.locator(".react-flow__pane").boundingBox();
  if (!box) throw new Error("no canvas");
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 24];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; Date.now() < until; step++)
    await page.mouse.move(x + 260 * Math.sin(step / 14), y - 120 + 110 * Math.cos(step / 11));
  await page.mouse.up();
};

const zoom = (page: Page) => async (until: number) => {
  const box = await page.locator(".react-flow__pane").boundingBox();
  if (!box) throw new Error("no canvas");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let step = 0; Date.now() < until; step++) {
    await page.mouse.wheel(0, Math.sin(step / 18) > 0 ? -40 : 40);
    await page.waitForTimeout(16);
  }
};

/** How smooth and how soon the map of a large account is, in headless Chromium as the tests start it (no GPU). */
export const benchMapFrames = async (): Promise<BenchLine[]> => {
  buildPages();
  const space = await openBenchWorkspace();
  const browser = await openBrowser();
  try {
    const made = await makeRelationshipMap(space.adminUrl, space.tenantId, size);
    const { page } = await openPage(browser, space.origin);
    await page
      .context()
      .addCookies([{ name: sessionCookie, value: made.session, url: space.origin }]);
    const address = `/accounts/${made.accountId}/map`;
    const paints: number[] = [];
    for (let visit = 0; visit < 6; visit++) {
      await page.goto("/accounts", { waitUntil: "networkidle" });
      await page.goto(address);
      await page.locator(".react-flow__node").first().waitFor();
      paints.push(await page.evaluate(() => performance.now()));
    }
    const paint = paints.slice(1).toSorted((a, b) => a - b)[2] ?? Number.NaN;
    const lines: BenchLine[] = [
      {
        name: "map of 150 people: from the address to people on screen, warm cache, median of 5",
        rows: size.people,
        seconds: paint / 1000,
        limitSeconds: firstPaintLimitSeconds,
        note: `first visit ${(paints[0] ?? 0).toFixed(0)} ms`,
      },
    ];
    await page.waitForLoadState("networkidle");
    for (const [name, act] of [
      ["pan, whole map in view", pan(page)],
      ["zoom in and out", zoom(page)],
    ] as const) {
      const { perSecond, p95Ms, longestMs } = await framesWhile(page, act);
      lines.push({
        name: `${name}: seconds a frame`,
        rows: size.people,
        seconds: 1 / perSecond,
        limitSeconds: 1 / leastFramesPerSecond,
        note: `${perSecond.toFixed(1)} frames/s over ${seconds} s; 95 % of gaps ≤ ${p95Ms.toFixed(1)} ms, longest ${longestMs.toFixed(0)} ms`,
      });
    }
    return lines;
  } finally {
    await browser.close();
    await space.end();
  }
};
