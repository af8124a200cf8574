import type { Page } from "playwright";
import { at, type ScreenToShoot } from "./open-screen.ts";

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly isAnonymous: boolean;
    readonly rhythm: string;
    readonly newestRound: { readonly id: string } | null;
  }[];
}

const surveysOf = async (page: Page) =>
  ((await (await page.request.get("/api/v1/surveys")).json()) as Listed).items;

/** The page of somebody who was asked in the running round and has not answered. */
const openSheet = async (page: Page) => {
  const quarterly = (await surveysOf(page)).find(({ rhythm }) => rhythm === "quarterly");
  const path = `/api/v1/survey-rounds/${quarterly?.newestRound?.id}/invitations?limit=1&status=opened`;
  const asked = (await (await page.request.get(path)).json()) as { items: { id: string }[] };
  const made = await page.request.post(`/api/v1/survey-invitations/${asked.items[0]?.id}/links`, {
    data: {},
    headers: { "x-mainstay-request": "1" },
  });
  const { url } = (await made.json()) as { url: string };
  await page.goto(new URL(url).pathname + new URL(url).hash);
  await page.waitForSelector("fieldset");
};

/** What customers said, and the page on which they say it. */
export const voiceScreensToShoot: readonly ScreenToShoot[] = [
  { name: "voice-results", as: "director", open: at("/voice/results") },
  {
    name: "voice-anonymous",
    as: "director",
    open: async (page) => {
      const found = (await surveysOf(page)).find(({ isAnonymous }) => isAnonymous);
      await at(`/voice/results?survey=${found?.id}`)(page);
    },
  },
  { name: "voice-accounts", as: "director", open: at("/voice/accounts") },
  { name: "voice-verbatims", as: "director", open: at("/voice/verbatims?q=交") },
  { name: "sheet", as: "director", open: openSheet },
  {
    name: "sheet-answered",
    as: "director",
    open: async (page) => {
      await openSheet(page);
      for (const group of await page.locator("fieldset").all()) {
        const choice = group.locator("input").nth(2);
        if ((await choice.count()) > 0) await choice.check({ force: true });
      }
      await page.locator("textarea").first().fill("交货时间希望再准一些");
      await page.waitForTimeout(1500);
    },
  },
];
