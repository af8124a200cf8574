import pg from "pg";
import type { BenchLine } from "../packages/analytics/bench/bench-line.ts";
import { openBrowser } from "../e2e/harness/open-browser.ts";
import { openBenchWorkspace } from "./bench-workspace.ts";
import { makeAskedRound } from "./make-answers.ts";
import { quantile } from "./measure-http.ts";

const runs = 7;

/** A phone on slow 4G: 150 ms there and back, 1.6 Mbit/s down, a fourth of the speed. */
export const benchSurveyPage = async (): Promise<BenchLine[]> => {
  const space = await openBenchWorkspace({ PUBLIC_REQUESTS_PER_MINUTE: "0" });
  const client = new pg.Client({ connectionString: space.adminUrl });
  await client.connect();
  const round = await makeAskedRound(client, space.tenantId, runs);
  await client.end();
  const browser = await openBrowser();
  const paints: number[] = [];
  const questions: number[] = [];
  let script = 0;
  try {
    for (const token of round.tokens) {
      const context = await browser.newContext({
        viewport: { width: 360, height: 740 },
        deviceScaleFactor: 3,
        isMobile: true,
        hasTouch: true,
      });
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send("Network.enable");
      await devtools.send("Network.emulateNetworkConditions", {
        offline: false,
        latency: 150,
        downloadThroughput: (1.6 * 1024 * 1024) / 8,
        uploadThroughput: (750 * 1024) / 8,
      });
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      await page.goto(`${space.origin}/s/#${token}`);
      await page.waitForSelector("fieldset");
      const seen = await page.evaluate(() => ({
        paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
        now: performance.now(),
        script: (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
          .filter(({ name }) => name.endsWith(".js"))
          .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      }));
      paints.push(seen.paint);
      questions.push(seen.now);
      script = seen.script;
      await context.close();
    }
  } finally {
    await browser.close();
    await space.end();
  }
  return [
    {
      name: "survey page, first paint on a throttled phone, median",
      rows: runs,
      seconds: quantile(paints, 0.5) / 1000,
      limitSeconds: 1,
      note: `slowest ${Math.max(...paints).toFixed(0)} ms; ${(script / 1024).toFixed(1)} kB of JavaScript as sent`,
    },
    {
      name: "survey page, questions on the screen, median",
      rows: runs,
      seconds: quantile(questions, 0.5) / 1000,
      limitSeconds: 2,
      note: `slowest ${Math.max(...questions).toFixed(0)} ms`,
    },
  ];
};
