import type { Page } from "playwright";
import { at, type ScreenToShoot } from "./open-screen.ts";

interface Item {
  readonly id: string;
  readonly can: Readonly<Record<string, unknown>>;
  readonly account: { readonly id: string };
  readonly status: string;
  readonly state: string;
}

const itemsOf = async (page: Page, path: string): Promise<readonly Item[]> => {
  const found = await page.request.get(path);
  return ((await found.json()) as { items: readonly Item[] }).items;
};

const firstWith = async (page: Page, path: string, fits: (item: Item) => boolean) => {
  const item = (await itemsOf(page, path)).find(fits);
  if (!item) throw new Error(`nothing fits at ${path}`);
  return item;
};

const inDialog = async (page: Page) => {
  await page.getByRole("dialog").last().waitFor();
  await page.waitForTimeout(500);
};

/** An act in the drawer of a promise. */
const promiseAct = (name: string, query: string, words: RegExp): ScreenToShoot => ({
  name: `promise-${name}`,
  as: "director",
  fullPage: false,
  open: async (page) => {
    const { id } = await firstWith(page, `/api/v1/promises?limit=50&${query}`, () => true);
    await at(`/promises?promise=${id}`)(page);
    await page.getByRole("dialog").getByRole("button", { name: words }).click();
    await inDialog(page);
  },
});

/** An act on the page of a need in a state. */
const needAct = (name: string, state: string, words: RegExp, menu?: RegExp): ScreenToShoot => ({
  name: `need-${name}`,
  as: "director",
  fullPage: false,
  open: async (page) => {
    const { id } = await firstWith(page, `/api/v1/needs?limit=50&state=${state}`, () => true);
    await at(`/needs/${id}`)(page);
    await page.getByRole("button", { name: words }).click();
    if (menu) await page.getByRole("menuitem", { name: menu }).first().click();
    await inDialog(page);
  },
});

/** An act on the first running loop that offers it. */
const loopAct = (name: string, words: RegExp): ScreenToShoot => ({
  name: `loop-${name}`,
  as: "director",
  fullPage: false,
  open: async (page) => {
    await at("/voice/loops")(page);
    await page.getByRole("button", { name: words }).first().click();
    await inDialog(page);
  },
});

const needs: readonly ScreenToShoot[] = [
  ...["signal", "hypothesis", "validated", "solved", "declined"].map(
    (state): ScreenToShoot => ({
      name: `need-${state}`,
      as: "director",
      open: async (page) => {
        const { id } = await firstWith(page, `/api/v1/needs?limit=50&state=${state}`, () => true);
        await at(`/needs/${id}`)(page);
      },
    }),
  ),
  needAct("to-validated", "hypothesis", /^(?:推进到“已验证”|Move to “Validated”)$/),
  needAct("to-solved", "validated", /^(?:推进到“已解决”|Move to “Solved”)$/),
  needAct("to-valued", "solved", /^(?:推进到“已体现价值”|Move to “Valued”)$/),
  needAct("back", "validated", /^(?:退回…|Back…)$/, /./),
  needAct("edit", "validated", /^(?:修\s?改|Change)$/),
  needAct("decline", "hypothesis", /^(?:坦诚谢绝…|Decline openly…)$/),
  {
    name: "need-note",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await at("/needs")(page);
      await page.getByRole("button", { name: /^(?:登记需求|Note a need)$/ }).click();
      await inDialog(page);
    },
  },
  { name: "needs-stale", as: "director", open: at("/needs?stale=true") },
  { name: "needs-none", as: "director", open: at("/needs?q=zzzz") },
];

const loops: readonly ScreenToShoot[] = [
  loopAct("contact", /^(?:记录联系|Note the contact)$/),
  loopAct("rectify", /^(?:记录整改|Note what was put right)$/),
  loopAct("follow-up", /^(?:记录回访|Note the follow-up)$/),
  loopAct("ask-again", /^(?:再次测评|Ask again)$/),
  loopAct("give", /^(?:转\s?交|Give to…)$/),
  loopAct("drop", /^(?:申请放弃|Ask to drop)$/),
  { name: "loops-all", as: "director", open: at("/voice/loops?show=all") },
  { name: "loops-overdue", as: "director", open: at("/voice/loops?show=overdue") },
  { name: "loops-dropped", as: "director", open: at("/voice/loops?show=dropped") },
];

const promises: readonly ScreenToShoot[] = [
  promiseAct("keep", "late=true", /^(?:已兑现…|Kept…)$/),
  promiseAct("move", "late=true", /^(?:改期…|Move…)$/),
  promiseAct("send-back", "status=kept", /^(?:客户退回…|Sent back…)$/),
  promiseAct("break", "late=true", /^(?:不能兑现…|Cannot be kept…)$/),
  promiseAct("withdraw", "late=true", /^(?:撤销…|Withdraw…)$/),
  promiseAct("edit", "late=true", /^(?:修\s?改|Edit)$/),
  { name: "promises-all", as: "director", open: at("/promises?status=all") },
  { name: "promises-late", as: "director", open: at("/promises?late=true") },
];

const voice: readonly ScreenToShoot[] = [
  { name: "voice-verbatims-all", as: "director", open: at("/voice/verbatims") },
  { name: "voice-verbatims-none", as: "director", open: at("/voice/verbatims?q=zzzz") },
  { name: "voice-buyers", as: "director", open: at("/voice/accounts?buyer=dissatisfied") },
  {
    name: "verbatim-need",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await at("/voice/verbatims")(page);
      await page
        .getByRole("button", { name: /^(?:记为需求|Note as a need)$/ })
        .first()
        .click();
      await inDialog(page);
    },
  },
  {
    name: "round-closed",
    as: "director",
    open: async (page) => {
      const { id } = await firstWith(
        page,
        "/api/v1/surveys",
        (one) => (one as unknown as { rhythm: string }).rhythm === "quarterly",
      );
      const found = await page.request.get(`/api/v1/surveys/${id}`);
      const { rounds } = (await found.json()) as {
        rounds: { id: string; closedAt: string | null }[];
      };
      await at(`/voice/rounds/${rounds.find(({ closedAt }) => closedAt !== null)?.id}`)(page);
    },
  },
  {
    name: "account-voice",
    as: "director",
    open: async (page) => {
      const { account } = await firstWith(
        page,
        "/api/v1/voice/accounts?buyer=dissatisfied",
        () => true,
      );
      await at(`/accounts/${account.id}`)(page);
      await page.locator("main h2").nth(4).waitFor();
      await page.waitForTimeout(1500);
    },
  },
];

/** Every dialog of promises, needs and loops, and what the voice's tabs show when they are asked. */
export const voiceDialogsToShoot: readonly ScreenToShoot[] = [
  ...promises,
  ...needs,
  ...loops,
  ...voice,
];
