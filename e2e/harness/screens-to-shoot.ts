import type { Page } from "playwright";

interface ScreenToShoot {
  readonly name: string;
  readonly open: (page: Page) => Promise<unknown>;
  readonly fullPage?: boolean;
  /** Who looks; the administrator unless said. Personal facts are not for the administrator. */
  readonly as?: "director" | "compliance";
}

const at =
  (path: string): ScreenToShoot["open"] =>
  (page) =>
    page.goto(path, { waitUntil: "networkidle" });

const firstRow = (page: Page) => page.locator('article[id^="signal-"]').first();

const accountReady = (page: Page) => page.locator("main h1, main h2").nth(2).waitFor();

/** The demo portfolio's account that has ordered every October but the last. */
const openMissedSeason = async (page: Page): Promise<void> => {
  const found = await page.request.get("/api/v1/accounts?search=C0001&limit=1");
  const { items } = (await found.json()) as { items: { id: string }[] };
  await at(`/accounts/${items[0]?.id}`)(page);
  await accountReady(page);
};

/** A page of the demo's first key account, as somebody who may see profiles. */
const ofKeyAccount =
  (path: string): ScreenToShoot["open"] =>
  async (page) => {
    const found = await page.request.get("/api/v1/accounts?search=C0001&limit=1");
    const { items } = (await found.json()) as { items: { id: string }[] };
    await at(`/accounts/${items[0]?.id}${path}`)(page);
    await page.locator("main h1").waitFor();
  };

/** The page of the weightiest person of that account's decision chain. */
const openPerson: ScreenToShoot["open"] = async (page) => {
  const found = await page.request.get("/api/v1/accounts?search=C0001&limit=1");
  const { items } = (await found.json()) as { items: { id: string }[] };
  const chain = await page.request.get(`/api/v1/accounts/${items[0]?.id}/chain`);
  const { people } = (await chain.json()) as { people: { personId: string }[] };
  await at(`/people/${people[0]?.personId}`)(page);
  await page.locator("main h1").waitFor();
};

/** An act of that person's menu. */
const openPersonAct =
  (name: RegExp): ScreenToShoot["open"] =>
  async (page) => {
    await openPerson(page);
    await page.locator("main header button[aria-haspopup=menu]").first().click();
    await page.getByRole("menuitem", { name }).click();
    await page.getByRole("dialog").waitFor();
  };

/** Opens the page of the first record of a list. */
const openFirstOf =
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
const handoverPath = ({ id }: ListedHandover) => `/handovers/${id}`;
const openHandoverAccount = openFirstOf(
  "/api/v1/handovers?limit=1",
  ({ account }: ListedHandover) => `/accounts/${account.id}`,
);

/** The calendar of the colleague who looks after the demo's first key account. */
const ofManager =
  (view: string): ScreenToShoot["open"] =>
  async (page) => {
    const found = await page.request.get("/api/v1/accounts?search=C0001&limit=1");
    const { items } = (await found.json()) as { items: { managerUserId: string }[] };
    await at(`/calendar?view=${view}&user=${items[0]?.managerUserId}`)(page);
    await page.locator("main h1").waitFor();
  };

/** A requirement change of the demo; only its largest accounts have any. */
const openChange: ScreenToShoot["open"] = async (page) => {
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

/** Every screen and the dialogs people meet daily. */
export const screensToShoot: readonly ScreenToShoot[] = [
  { name: "today", open: at("/"), fullPage: false },
  { name: "cycle", as: "director", open: ofKeyAccount("/cycle") },
  { name: "accounts-board", as: "director", open: at("/accounts?view=board") },
  { name: "playbooks", open: at("/settings/playbooks") },
  { name: "today-full", open: at("/") },
  { name: "today-filtered", open: at("/?kind=payment_delay&severity=watch&owner=none") },
  { name: "today-resolved", open: at("/?status=resolved") },
  {
    name: "evidence",
    fullPage: false,
    open: async (page) => {
      await at("/")(page);
      await firstRow(page)
        .locator("button", { has: page.locator("svg") })
        .first()
        .click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "resolve",
    fullPage: false,
    open: async (page) => {
      await at("/")(page);
      await firstRow(page).waitFor();
      await page.keyboard.press("j");
      await page.keyboard.press("r");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "task",
    fullPage: false,
    open: async (page) => {
      await at("/")(page);
      await firstRow(page).waitFor();
      await page.keyboard.press("j");
      await page.keyboard.press("t");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "log",
    fullPage: false,
    open: async (page) => {
      await at("/")(page);
      await firstRow(page).waitFor();
      await page.keyboard.press("j");
      await page.keyboard.press("l");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "search",
    fullPage: false,
    open: async (page) => {
      await at("/")(page);
      await page.keyboard.press("Control+k");
      await page.locator("dialog input").fill("h");
    },
  },
  {
    name: "search-screens",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await at("/")(page);
      await page.keyboard.press("Control+k");
      await page.locator("dialog input").fill("wh");
      await page.waitForTimeout(500);
    },
  },
  { name: "accounts", open: at("/accounts"), fullPage: false },
  {
    name: "matrix",
    open: async (page) => {
      await at("/accounts?view=matrix")(page);
      await page.getByRole("slider").first().waitFor();
    },
  },
  {
    name: "account",
    open: async (page) => {
      await at("/")(page);
      await firstRow(page).getByRole("link").first().click();
      await page.waitForURL(/\/accounts\//);
      await accountReady(page);
    },
  },
  { name: "account-missed", open: openMissedSeason },
  {
    name: "figure",
    fullPage: false,
    open: async (page) => {
      await openMissedSeason(page);
      await page.locator("dl button, [class*=figure] button").first().click();
      await page.getByRole("dialog").locator("table").waitFor();
    },
  },
  { name: "imports", open: at("/imports") },
  {
    name: "import-reading",
    open: async (page) => {
      await at("/imports")(page);
      await page
        .locator("input[type=file]")
        .first()
        .setInputFiles({
          name: "orders.csv",
          mimeType: "text/csv",
          buffer: Buffer.from("客户编号,订单号,下单日期,金额\nC0001,X1,2026-11-02,1200.00\n"),
        });
      await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
      await page.locator("main button").nth(1).waitFor();
    },
  },
  { name: "settings-me", open: at("/settings/me") },
  { name: "settings-tokens", open: at("/settings/tokens") },
  { name: "settings-workspace", open: at("/settings/workspace") },
  { name: "settings-users", open: at("/settings/users") },
  { name: "settings-departments", open: at("/settings/departments") },
  { name: "settings-single-sign-on", open: at("/settings/single-sign-on") },
  {
    name: "settings-channels",
    open: async (page) => {
      await page.goto("/settings/channels");
      await page.locator("main section h2").nth(2).waitFor();
      await page.locator("main section p").nth(4).waitFor();
    },
  },
  {
    name: "settings-channels-robot",
    open: async (page) => {
      await page.goto("/settings/channels");
      await page.getByRole("button", { name: /^(?:添加机器人|Add a robot)$/ }).click();
      await page
        .locator("#address")
        .fill("https://open.feishu.cn/open-apis/bot/v2/hook/0123abcd-ef01-4567-89ab-0123456789ab");
    },
  },
  {
    name: "notifications",
    open: async (page) => {
      await page.goto("/");
      await page.getByRole("button", { name: /未读|unread/ }).click();
      await page.getByRole("dialog").getByRole("listitem").nth(3).waitFor();
    },
  },
  { name: "sign-in", open: at("/sign-in") },
  { name: "settings-policy", open: at("/settings/policy") },
  { name: "settings-rates", open: at("/settings/rates") },
  { name: "settings-workdays", open: at("/settings/workdays") },
  { name: "settings-pauses", open: at("/settings/pauses") },
  {
    name: "settings-audit",
    open: async (page) => {
      await page.goto("/settings/audit");
      await page.locator("main section h2").waitFor();
      await page.locator("main details").first().waitFor();
    },
  },
  { name: "people", as: "director", open: at("/people"), fullPage: false },
  { name: "person", as: "director", open: openPerson },
  { name: "days", as: "director", open: at("/people/days?range=60") },
  { name: "account-people", as: "director", open: ofKeyAccount("") },
  { name: "chain", as: "director", open: ofKeyAccount("/chain") },
  { name: "chain-hidden", open: ofKeyAccount("/chain") },
  { name: "map", as: "director", open: ofKeyAccount("/map"), fullPage: false },
  { name: "support", as: "director", open: ofKeyAccount("/support") },
  {
    name: "path",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await ofKeyAccount("/support")(page);
      await page
        .getByRole("button", { name: /找路径|Find a way/ })
        .first()
        .click();
      await page.getByRole("dialog").locator("p").first().waitFor();
    },
  },
  { name: "brief", as: "director", open: ofKeyAccount("/brief") },
  { name: "privacy", as: "compliance", open: at("/privacy") },
  { name: "privacy-consents", as: "compliance", open: at("/privacy?tab=consents") },
  { name: "privacy-notice", as: "compliance", open: at("/privacy?tab=notice") },
  { name: "privacy-records", as: "compliance", open: at("/privacy?tab=records") },
  { name: "today-director", as: "director", open: at("/"), fullPage: false },
  { name: "today-tasks", open: at("/?show=task&whose=all") },
  { name: "today-obligations", open: at("/?show=obligation&whose=all") },
  { name: "team", as: "director", open: at("/team") },
  { name: "handovers", as: "director", open: at("/handovers") },
  {
    name: "handover",
    as: "director",
    open: openFirstOf("/api/v1/handovers?limit=1", handoverPath),
  },
  { name: "handover-account", as: "director", fullPage: false, open: openHandoverAccount },
  { name: "change", as: "director", open: openChange },
  { name: "outbox", as: "director", open: at("/outbox") },
  {
    name: "quick-log",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await at("/")(page);
      const found = await page.request.get("/api/v1/accounts?search=C0001&limit=1");
      const { items } = (await found.json()) as { items: { name: string }[] };
      await page
        .getByPlaceholder(/.+/)
        .first()
        .fill(`今天下午拜访${items[0]?.name}，谈了涨价，对方有顾虑，下周三前回复报价`);
      await page.waitForTimeout(600);
    },
  },
  { name: "not-found", open: at("/no-such-page") },
  { name: "accept", open: at("/accept#wrong.link") },
  {
    name: "people-filtered",
    as: "director",
    open: at("/people?role=economic_buyer&hasJob=yes&q=z"),
  },
  { name: "people-duplicates", as: "director", open: at("/people/duplicates") },
  {
    name: "person-quick",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await openMissedSeason(page);
      await page.getByRole("button", { name: /^(?:添加人物|Add a person)$/ }).click();
      await page.getByRole("dialog").locator("input").first().fill("王");
      await page.waitForTimeout(600);
    },
  },
  { name: "privacy-assessments", as: "compliance", open: at("/privacy?tab=assessments") },
  { name: "privacy-incidents", as: "compliance", open: at("/privacy?tab=incidents") },
  {
    name: "privacy-request",
    as: "compliance",
    fullPage: false,
    open: async (page) => {
      await at("/privacy")(page);
      await page.getByRole("button", { name: /^(?:登记请求|Record a request)$/ }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "consent-record",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await openPerson(page);
      await page.getByRole("button", { name: /^(?:记录同意|Record a consent)$/ }).click();
      await page.getByRole("dialog").locator("form").waitFor();
    },
  },
  {
    name: "guided",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await ofKeyAccount("/chain")(page);
      await page
        .getByRole("button", { name: /重新评估|Judge anew/ })
        .first()
        .click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "person-known",
    as: "director",
    open: async (page) => {
      const found = await page.request.get("/api/v1/days?days=60&kind=birthday&limit=1");
      const { items } = (await found.json()) as { items: { person: { id: string } | null }[] };
      await at(`/people/${items[0]?.person?.id}`)(page);
      await page.locator("main h1").waitFor();
    },
  },
  {
    name: "fact",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await openPerson(page);
      await page
        .getByRole("button", { name: /^(?:添加敏感信息|Add something sensitive)$/ })
        .click();
      await page.waitForTimeout(400);
      await page.getByRole("menuitem").first().click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "person-merge", as: "director", fullPage: false, open: openPersonAct(/^(?:合并|Merge)/) },
  { name: "person-photo", as: "director", fullPage: false, open: openPersonAct(/照片|photo/i) },
  {
    name: "obligations",
    open: async (page) => {
      await at("/obligations")(page);
      await firstRow(page).waitFor();
    },
  },
  { name: "obligations-compliance", open: at("/obligations?tab=compliance&window=last_year") },
  {
    name: "obligation-move",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await at("/obligations")(page);
      await page
        .getByRole("button", { name: /^(?:改期|Move)$/ })
        .first()
        .click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "signal-rules", as: "director", open: at("/settings/signal-rules") },
  {
    name: "signal-rules-preview",
    as: "director",
    open: async (page) => {
      await at("/settings/signal-rules")(page);
      await page.getByRole("button", { name: /^(?:试算|Try on the past)$/ }).click();
      await page
        .getByRole("status")
        .filter({ hasText: /已知属实|known real/ })
        .waitFor();
    },
  },
  { name: "rescues", as: "director", open: at("/rescues") },
  {
    name: "rescue-offer",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await at("/rescues")(page);
      await page
        .getByRole("button", { name: /^(?:拟定方案|Plan an offer)$/ })
        .first()
        .click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "rescue-close",
    as: "director",
    fullPage: false,
    open: async (page) => {
      await at("/rescues")(page);
      await page
        .getByRole("button", { name: /^(?:了结|Close)…$/ })
        .first()
        .click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "account-cycle", as: "director", open: ofKeyAccount("/cycle") },
  { name: "health", open: at("/health"), fullPage: true },
  { name: "calendar-month", as: "director", open: ofManager("month") },
  { name: "calendar-week", as: "director", open: ofManager("week") },
  { name: "calendar-agenda", as: "director", open: ofManager("agenda") },
  { name: "calendar-empty", open: at("/calendar?view=month") },
  { name: "service-policy", open: at("/settings/service-policy") },
  {
    name: "service-policy-preview",
    open: async (page) => {
      await at("/settings/service-policy")(page);
      await page
        .getByRole("button", { name: /核心价值|“Core”/ })
        .first()
        .click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(/回复时限|Reply within/).fill("8");
      await dialog.getByRole("combobox", { name: /^(?:拜访|Visit)$/ }).click();
      await page
        .getByTitle(/^(?:每季度|Every quarter)$/)
        .last()
        .click();
      await dialog.getByRole("checkbox").last().check();
      await dialog.getByRole("button", { name: /保\s?存|Save/ }).click();
      await page.getByRole("button", { name: /^(?:预览影响|Preview)$/ }).click();
      await page.getByRole("heading", { level: 3 }).waitFor();
    },
  },
  {
    name: "sign-in-code",
    open: async (page) => {
      // Nobody of the demo has a second factor; the server's answer is the only thing put in its place.
      await page.route("**/api/v1/session", (route) =>
        route.request().method() === "POST"
          ? route.fulfill({ json: { needs: "code" } })
          : route.continue(),
      );
      await at("/sign-in")(page);
      await page.locator("input[type=email]").fill("lin@example.test");
      await page.locator("input[type=password]").fill("nothing that counts");
      await page.locator("button[type=submit]").click();
      await page.locator("input[autocomplete=one-time-code]").waitFor();
      await page.unroute("**/api/v1/session");
    },
  },
  { name: "programme", open: at("/programme"), fullPage: true },
  {
    name: "approvals",
    open: async (page) => {
      await page.goto("/approvals");
      await page.locator("main li").first().waitFor();
    },
  },
];
