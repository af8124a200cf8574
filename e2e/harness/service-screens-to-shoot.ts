import type { Page } from "playwright";
import { at, type ScreenToShoot } from "./open-screen.ts";

/** The first case that a filter finds, on its own page. */
const openCase = (query: string) => async (page: Page) => {
  const found = await page.request.get(`/api/v1/cases?limit=1&${query}`);
  const { items } = (await found.json()) as { items: { id: string }[] };
  await at(`/cases/${items[0]?.id}`)(page);
};

/** Cases, and the settings of their clocks. */
export const serviceScreensToShoot: readonly ScreenToShoot[] = [
  { name: "cases", as: "director", open: at("/cases") },
  { name: "cases-solved", as: "director", open: at("/cases?view=solved") },
  { name: "case-overdue", as: "director", open: openCase("overdue=true") },
  { name: "case-solved", as: "director", open: openCase("status=solved") },
  { name: "case-clocks", as: "director", open: at("/settings/case-clocks") },
  { name: "today-cases", open: at("/?show=case&whose=all"), as: "director" },
];
