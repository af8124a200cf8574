import type { Page } from "playwright";
import { at, type ScreenToShoot } from "./open-screen.ts";

const firstId = async (page: Page, path: string): Promise<string> => {
  const found = await page.request.get(path);
  const { items } = (await found.json()) as { items: { id: string }[] };
  return items[0]?.id ?? "";
};

const openAccountWithPromises = async (page: Page) => {
  const found = await page.request.get("/api/v1/promises?limit=1&late=true");
  const { items } = (await found.json()) as { items: { account: { id: string } }[] };
  await at(`/accounts/${items[0]?.account.id}`)(page);
};

/** Needs, promises, and both on the page of an account. */
export const promiseScreensToShoot: readonly ScreenToShoot[] = [
  { name: "needs", as: "director", open: at("/needs") },
  {
    name: "need",
    as: "director",
    open: async (page) =>
      at(`/needs/${await firstId(page, "/api/v1/needs?limit=1&state=valued")}`)(page),
  },
  { name: "promises", as: "director", open: at("/promises") },
  { name: "promises-board", as: "director", open: at("/promises?tab=board&period=year") },
  {
    name: "promise",
    as: "director",
    fullPage: false,
    open: async (page) => {
      const id = await firstId(page, "/api/v1/promises?limit=1&status=all&counted=reworked");
      await at(`/promises?promise=${id}`)(page);
      await page.waitForTimeout(800);
    },
  },
  {
    name: "promise-give",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await at("/promises")(page);
      await page.getByRole("button", { name: /^(?:记下承诺|Write down a promise)$/ }).click();
      await page.waitForTimeout(800);
    },
  },
  { name: "promise-account", as: "director", open: openAccountWithPromises },
];
