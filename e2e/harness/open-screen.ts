import type { Page } from "playwright";

export interface ScreenToShoot {
  readonly name: string;
  readonly open: (page: Page) => Promise<unknown>;
  readonly fullPage?: boolean;
  /** Who looks; the administrator unless said. Personal facts are not for the administrator. */
  readonly as?: "director" | "compliance";
}

export const at =
  (path: string): ScreenToShoot["open"] =>
  (page) =>
    page.goto(path, { waitUntil: "networkidle" });

export const firstRow = (page: Page) => page.locator('article[id^="signal-"]').first();

export const accountReady = (page: Page) => page.locator("main h1, main h2").nth(2).waitFor();

/** The demo portfolio's account that has ordered every October but the last. */
export const openMissedSeason = async (page: Page): Promise<void> => {
  const found = await page.request.get("/api/v1/accounts?search=C0001&limit=1");
  const { items } = (await found.json()) as { items: { id: string }[] };
  await at(`/accounts/${items[0]?.id}`)(page);
  await accountReady(page);
};

/** A page of the demo's first key account, as somebody who may see profiles. */
export const ofKeyAccount =
  (path: string): ScreenToShoot["open"] =>
  async (page) => {
    const found = await page.request.get("/api/v1/accounts?search=C0001&limit=1");
    const { items } = (await found.json()) as { items: { id: string }[] };
    await at(`/accounts/${items[0]?.id}${path}`)(page);
    await page.locator("main h1").waitFor();
  };

/** The page of the weightiest person of that account's decision chain. */
export const openPerson: ScreenToShoot["open"] = async (page) => {
  const found = await page.request.get("/api/v1/accounts?search=C0001&limit=1");
  const { items } = (await found.json()) as { items: { id: string }[] };
  const chain = await page.request.get(`/api/v1/accounts/${items[0]?.id}/chain`);
  const { people } = (await chain.json()) as { people: { personId: string }[] };
  await at(`/people/${people[0]?.personId}`)(page);
  await page.locator("main h1").waitFor();
};

/** An act of that person's menu. */
export const openPersonAct =
  (name: RegExp): ScreenToShoot["open"] =>
  async (page) => {
    await openPerson(page);
    await page.locator("main header button[aria-haspopup=menu]").first().click();
    await page.getByRole("menuitem", { name }).click();
    await page.getByRole("dialog").waitFor();
  };

/** Opens the page of the first record of a list. */
export const openFirstOf =
  <Item>(list: string, pathOf: (item: Item) => string): ScreenToShoot["open"] =>
  async (page) => {
    const found = await page.request.get(list);
    const { items } = (await found.json()) as { items: Item[] };
    if (items[0] === undefined) throw new Error(`nothing is listed at ${list}`);
    await at(pathOf(items[0]))(page);
    await page.locator("main h1").waitFor();
  };

interface ListedHandover {
  readonly id: string;
  readonly account: { readonly id: string };
}
export const handoverPath = ({ id }: ListedHandover) => `/handovers/${id}`;
export const openHandoverAccount = openFirstOf(
  "/api/v1/handovers?limit=1",
  ({ account }: ListedHandover) => `/accounts/${account.id}`,
);

/** The calendar of the colleague who looks after the demo's first key account. */
export const ofManager =
  (view: string): ScreenToShoot["open"] =>
  async (page) => {
    const found = await page.request.get("/api/v1/accounts?search=C0001&limit=1");
    const { items } = (await found.json()) as { items: { managerUserId: string }[] };
    await at(`/calendar?view=${view}&user=${items[0]?.managerUserId}`)(page);
    await page.locator("main h1").waitFor();
  };

/** A requirement change of the demo; only its largest accounts have any. */
export const openChange: ScreenToShoot["open"] = async (page) => {
  const found = await page.request.get("/api/v1/accounts?limit=40");
  const { items } = (await found.json()) as { items: { id: string }[] };
  for (const { id } of items) {
    const asked = await page.request.get(`/api/v1/accounts/${id}/requirement-changes`);
    const changes = (await asked.json()) as { items: { id: string }[] };
    const first = changes.items[0];
    if (first === undefined) continue;
    await at(`/accounts/${id}/changes/${first.id}`)(page);
    return page.locator("main h1").waitFor();
  }
  throw new Error("no requirement change was found");
};
