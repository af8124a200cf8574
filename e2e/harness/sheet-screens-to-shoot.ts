import type { Page } from "playwright";
import type { ScreenToShoot } from "./open-screen.ts";

const headers = { "x-mainstay-request": "1" };

const post = async <Answer>(page: Page, path: string, data: object, ifMatch?: number) => {
  const answer = await page.request.post(`/api/v1${path}`, {
    headers: { ...headers, ...(ifMatch !== undefined && { "if-match": `"${ifMatch}"` }) },
    data,
  });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
};

const inBoth = (zh: string, en: string) => ({ zh, en });
const option = (key: string, zh: string, en: string) => ({ key, zh, en });
const grades = [
  option("good", "好", "Good"),
  option("fair", "一般", "Fair"),
  option("poor", "差", "Poor"),
];

/** One question of every kind, some of them longer than a line. */
const everyKind = [
  {
    kind: "nps",
    words: inBoth("您有多大可能把我们推荐给同行？", "How likely are you to recommend us?"),
  },
  {
    kind: "csat",
    words: inBoth("您对最近的交货满意吗？", "How satisfied are you with recent deliveries?"),
  },
  {
    kind: "ces",
    words: inBoth("解决一个问题有多轻松？", "How easy is it to get a problem solved?"),
  },
  {
    kind: "single_choice",
    words: inBoth("您最希望我们先改哪一件？", "What should we improve first?"),
    options: [
      option("a", "交货准时，改期提前两天告知", "Delivery on time, changes told two days ahead"),
      option("b", "技术支持", "Technical support"),
      option("c", "价格与账期", "Price and terms"),
    ],
  },
  {
    kind: "multiple_choice",
    words: inBoth(
      "过去三个月您用过哪些服务？",
      "Which services did you use in the last three months?",
    ),
    options: [
      option("a", "驻厂服务", "On-site service"),
      option("b", "远程诊断", "Remote diagnosis"),
      option("c", "培训", "Training"),
    ],
  },
  {
    kind: "matrix",
    words: inBoth("请评价以下各方面", "How do you find the following?"),
    options: grades,
    rows: [
      option("a", "响应速度", "Speed of reply"),
      option("b", "技术水平", "Technical skill"),
      option("c", "文件与发票", "Papers and invoices"),
    ],
  },
  { kind: "text", words: inBoth("还有什么想说的？", "What else would you like to say?") },
] as const;

interface Round {
  readonly id: string;
}

/** A running round of a survey that asks one question of every kind, open to everybody by a link. */
const openRound = async (page: Page, isAnonymous: boolean) => {
  const drafted = await post<Record<string, unknown> & { id: string; version: number }>(
    page,
    "/surveys",
    {},
  );
  const saved = await page.request.put(`/api/v1/surveys/${drafted.id}`, {
    headers: { ...headers, "if-match": `"${drafted.version}"` },
    data: {
      title: inBoth("服务体验小调查", "A few questions on our service"),
      introduction: inBoth(
        "大约两分钟，谢谢您的时间。",
        "About two minutes. Thank you for your time.",
      ),
      thanks: inBoth(
        "我们会在两周内告诉您改了什么。",
        "We shall tell you within two weeks what has changed.",
      ),
      isAnonymous,
      rhythm: "once",
      sampling: { ...(drafted["sampling"] as object), most: 1 },
      questions: everyKind.map((question, index) => ({
        id: crypto.randomUUID(),
        options: [],
        rows: [],
        isRequired: index === 0,
        isOverall: index === 0,
        departmentId: null,
        segments: [],
        ...question,
      })),
    },
  });
  if (!saved.ok()) throw new Error(await saved.text());
  const { version } = (await saved.json()) as { version: number };
  return post<Round>(page, `/surveys/${drafted.id}/rounds`, {}, version);
};

const open = async (page: Page, link: string) => {
  const { pathname, hash } = new URL(link, "http://any.invalid");
  // Another link of the same page would change only what stands behind the #.
  await page.goto("about:blank");
  await page.goto(pathname + hash, { waitUntil: "networkidle" });
  await page.locator("main h1, main h2").first().waitFor();
};

const rounds = new Map<boolean, Promise<Round>>();
const walkIn = async (page: Page, isAnonymous = false) => {
  const opened = rounds.get(isAnonymous) ?? openRound(page, isAnonymous);
  rounds.set(isAnonymous, opened);
  const { id } = await opened;
  const { url } = await post<{ url: string }>(page, `/survey-rounds/${id}/walk-in-links`, {});
  await open(page, url);
};

/** The sheet of somebody the quarterly round asked and who has said nothing yet. */
const personal = async (page: Page) => {
  const found = await page.request.get("/api/v1/surveys");
  const { items } = (await found.json()) as {
    items: { rhythm: string; status: string; newestRound: Round | null }[];
  };
  const quarterly = items.find(
    (one) => one.rhythm === "quarterly" && one.status === "running" && one.newestRound,
  );
  const asked = await page.request.get(
    `/api/v1/survey-rounds/${quarterly?.newestRound?.id}/invitations?limit=1&status=sent`,
  );
  const people = (await asked.json()) as { items: { id: string }[] };
  const { url } = await post<{ url: string }>(
    page,
    `/survey-invitations/${people.items[0]?.id}/links`,
    {},
  );
  await open(page, url);
};

const answerAll = async (page: Page) => {
  for (const group of await page.locator("fieldset").all()) {
    for (const row of await group.locator(".row").all())
      await row.locator("input").first().check({ force: true });
    const rows = await group.locator(".row").count();
    const choice = group.locator("input").nth(1);
    if (rows === 0 && (await choice.count()) > 0) await choice.check({ force: true });
  }
  const words = page.locator("textarea");
  if ((await words.count()) > 0) await words.first().fill("交货时间希望再准一些，谢谢 👍");
  await page.waitForTimeout(1200);
};

const submit = async (page: Page) => {
  await page.locator("button[type=submit]").click();
  await page.locator("[role=status] h1").waitFor();
};

const shot = (name: string, act: (page: Page) => Promise<unknown>): ScreenToShoot => ({
  name: `s-${name}`,
  as: "director",
  open: act,
});

/** What a customer sees behind a survey link, from the first look to the thanks, and when it leads nowhere. */
export const sheetScreensToShoot: readonly ScreenToShoot[] = [
  shot("every-kind", (page) => walkIn(page)),
  shot("answered-kinds", async (page) => {
    await walkIn(page);
    await answerAll(page);
  }),
  shot("missing", async (page) => {
    await walkIn(page);
    await page.locator("button[type=submit]").click();
    await page.locator("[role=alert]").waitFor();
  }),
  shot("thanks-walk-in", async (page) => {
    await walkIn(page);
    await answerAll(page);
    await submit(page);
  }),
  shot("anonymous", (page) => walkIn(page, true)),
  shot("partial", async (page) => {
    await personal(page);
    await page.locator("fieldset input").nth(3).check({ force: true });
    await page.waitForTimeout(1500);
  }),
  shot("offline", async (page) => {
    await personal(page);
    await page.context().setOffline(true);
    await page.locator("fieldset input").nth(3).check({ force: true });
    await page.waitForTimeout(1500);
    await page.locator("button[type=submit]").click();
    await page.waitForTimeout(800);
    await page.context().setOffline(false);
  }),
  shot("opt-out", async (page) => {
    await personal(page);
    await page.locator(".way-out button").last().click();
  }),
  shot("declined", async (page) => {
    await personal(page);
    await page.locator(".way-out button").first().click();
    await page.locator("[role=status] h1").waitFor();
  }),
  shot("opted-out", async (page) => {
    await personal(page);
    await page.locator(".way-out button").last().click();
    await page.locator(".way-out button").first().click();
    await page.locator("[role=status] h1").waitFor();
  }),
  shot("thanks", async (page) => {
    await personal(page);
    await answerAll(page);
    await submit(page);
  }),
  shot("again", async (page) => {
    await personal(page);
    await answerAll(page);
    await submit(page);
    await page.reload({ waitUntil: "networkidle" });
    await page.locator("main h1").waitFor();
  }),
  shot("closed", async (page) => {
    const { id } = await openRound(page, false);
    const { url } = await post<{ url: string }>(page, `/survey-rounds/${id}/walk-in-links`, {});
    await page.request.post(`/api/v1/survey-rounds/${id}/close`, { headers });
    await open(page, url);
  }),
];
