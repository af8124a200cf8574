// Shoots every screen in 1440 and 360 px, Chinese and English, light and dark:
//   npx tsx e2e/harness/take-screenshots.ts [--out folder] [--only today,account] [--origin url --state file]
// Without --origin it starts a server of its own with the demo portfolio.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright";
import { prepareServer } from "../killable-server.ts";
import { findBarriers } from "./check-accessibility.ts";
import { complianceOfficer, director, inviteColleague } from "./invite-colleague.ts";
import { openBrowser, openPage, phone } from "./open-browser.ts";
import { screensToShoot } from "./screens-to-shoot.ts";
import { setUpWorkspace } from "./set-up-workspace.ts";

const { values } = parseArgs({
  options: {
    out: { type: "string" },
    only: { type: "string" },
    origin: { type: "string" },
    link: { type: "string" },
    state: { type: "string" },
    variants: { type: "string" },
  },
});

const out = values.out ?? (await mkdtemp(join(tmpdir(), "mainstay-shots-")));
await mkdir(out, { recursive: true });
const only = values.only?.split(",");
const wanted = values.variants?.split(",");

const variants = ["zh-CN", "en"].flatMap((locale) =>
  (["light", "dark"] as const).flatMap((scheme) =>
    ([1440, 360] as const).map((width) => ({ locale, scheme, width })),
  ),
);

type Viewer = "administrator" | "director" | "compliance";

const shoot = async (
  browser: Browser,
  origin: string,
  viewer: Viewer,
  stateFile: string,
): Promise<number> => {
  let troubled = 0;
  for (const { locale, scheme, width } of variants) {
    const name = `${width}-${locale}-${scheme}`;
    if (wanted && !wanted.includes(name)) continue;
    const watched = await openPage(browser, origin, {
      ...(width === 360 ? phone : {}),
      locale,
      colorScheme: scheme,
      storageState: stateFile,
    });
    const { page, troubles } = watched;
    await page.addInitScript(
      (choice) => {
        const kept = JSON.parse(localStorage.getItem("mainstay.preferences") ?? "{}") as object;
        localStorage.setItem("mainstay.preferences", JSON.stringify({ ...kept, ...choice }));
      },
      { locale, theme: scheme },
    );
    await page.request.patch("/api/v1/session/user", {
      data: { locale },
      headers: { "x-mainstay-request": "1" },
    });
    for (const screen of screensToShoot) {
      if ((screen.as ?? "administrator") !== viewer) continue;
      if (only && !only.includes(screen.name)) continue;
      try {
        await screen.open(page);
        await page.waitForLoadState("networkidle");
        await page.waitForTimeout(250);
        const path = join(out, `${screen.name}-${name}.png`);
        await page.screenshot({ path, fullPage: screen.fullPage ?? true });
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
        );
        if (wide) troubles.push("the page is wider than the screen");
        troubles.push(...(await findBarriers(page)));
      } catch (error) {
        troubles.push(`could not be shot: ${(error as Error).message.split("\n")[0]}`);
      }
      for (const trouble of troubles.splice(0)) {
        troubled += 1;
        console.log(`${screen.name} ${name}: ${trouble}`);
      }
    }
    await watched.close();
  }
  return troubled;
};

const browser = await openBrowser();
const dataDir = await mkdtemp(join(tmpdir(), "mainstay-shots-data-"));
const server = values.origin === undefined ? await prepareServer(dataDir) : null;
try {
  await server?.start();
  const origin = values.origin ?? server?.origin ?? "";
  const state = values.state ?? join(dataDir, "signed-in.json");
  const printed = values.link ?? server?.printed();
  if (printed !== undefined)
    await setUpWorkspace(browser, origin, printed, { portfolio: "demo", stateFile: state });
  const states: [Viewer, string][] = [["administrator", state]];
  for (const colleague of [director, complianceOfficer]) {
    const own = `${state}.${colleague.role}`;
    if (printed !== undefined) await inviteColleague(browser, origin, state, colleague, own);
    if (existsSync(own)) states.push([colleague.role as Viewer, own]);
  }
  let troubled = 0;
  for (const [viewer, own] of states) troubled += await shoot(browser, origin, viewer, own);
  console.log(`${troubled} troubles. Pictures are in ${out}`);
} finally {
  await browser.close();
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
}
