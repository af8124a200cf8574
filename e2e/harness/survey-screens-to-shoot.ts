import type { Page } from "playwright";
import { at, type ScreenToShoot } from "./open-screen.ts";

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly rhythm: string;
    readonly status: string;
    readonly newestRound: { readonly id: string } | null;
  }[];
}

const surveyOf = async (page: Page, rhythm: string, status: string) => {
  const found = await page.request.get("/api/v1/surveys");
  const { items } = (await found.json()) as Listed;
  const survey = items.find((one) => one.rhythm === rhythm && one.status === status);
  if (!survey) throw new Error(`the demo has no ${status} survey asked ${rhythm}`);
  return survey;
};

/** Surveys, their builder, a round with its people, the QR code, the settings. */
export const surveyScreensToShoot: readonly ScreenToShoot[] = [
  { name: "surveys", as: "director", open: at("/voice/surveys") },
  {
    name: "survey",
    as: "director",
    open: async (page) => {
      const { id } = await surveyOf(page, "quarterly", "running");
      await at(`/voice/surveys/${id}`)(page);
    },
  },
  {
    name: "survey-draft",
    as: "director",
    open: async (page) => {
      const { id } = await surveyOf(page, "once", "draft");
      await at(`/voice/surveys/${id}`)(page);
      await page.waitForTimeout(1_200);
    },
  },
  {
    name: "survey-start",
    as: "director",
    fullPage: false,
    open: async (page) => {
      const { id } = await surveyOf(page, "once", "draft");
      await at(`/voice/surveys/${id}`)(page);
      await page.getByRole("button", { name: /^(?:发\s?出|Send)$/ }).click();
      await page.getByRole("dialog").getByRole("status").waitFor();
      await page.waitForTimeout(900);
    },
  },
  {
    name: "survey-round",
    as: "director",
    open: async (page) => {
      const { newestRound } = await surveyOf(page, "quarterly", "running");
      await at(`/voice/rounds/${newestRound?.id ?? ""}`)(page);
    },
  },
  {
    name: "survey-qr",
    as: "director",
    fullPage: false,
    open: async (page) => {
      const { newestRound } = await surveyOf(page, "quarterly", "running");
      await at(`/voice/rounds/${newestRound?.id ?? ""}`)(page);
      await page.getByRole("button", { name: /^(?:二维码|QR code)$/ }).click();
      await page.getByRole("dialog").locator("img").waitFor();
    },
  },
  { name: "survey-settings", as: "director", open: at("/settings/surveys") },
];
