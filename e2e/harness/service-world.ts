import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { expect } from "vitest";
import { type Colleague, director, inviteColleague } from "./invite-colleague.ts";
import { openBrowser, openPage, type WatchedPage } from "./open-browser.ts";
import { setUpWorkspace } from "./set-up-workspace.ts";
import { startProductAt } from "./start-product.ts";
import { openMailbox } from "./take-mail.ts";

const headers = { "x-mainstay-request": "1" };

export const manager: Colleague = {
  role: "manager",
  name: "周明",
  email: "zhou@example.com",
  password: "manager horse battery 3",
};
export const engineer: Colleague = {
  role: "service",
  name: "陆工",
  email: "lu@example.com",
  password: "engineer wrench oil 8",
};

/** Asks the interface as whoever is signed in on the page. */
export const send = async (
  page: Page,
  method: string,
  path: string,
  data?: object,
  ifMatch?: number | "*",
) => {
  const answer = await page.request.fetch(`/api/v1${path}`, {
    method,
    headers: {
      ...headers,
      ...(ifMatch !== undefined && { "if-match": ifMatch === "*" ? "*" : `"${ifMatch}"` }),
    },
    ...(data && { data }),
  });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.status() === 204 ? null : await answer.json();
};

/**
 * A workspace with an account, its manager, a director and an engineer, mail that goes out, and a clock that is moved. It
 * begins on a Thursday at nine in the morning.
 */
export const openServiceWorld = async (account: string) => {
  const [product, browser, folder, mailbox] = await Promise.all([
    startProductAt(new Date("2026-09-24T09:00:00+08:00")),
    openBrowser(),
    mkdtemp(join(tmpdir(), "mainstay-service-")),
    openMailbox(),
  ]);
  const stateFile = join(folder, "administrator.json");
  const { origin } = product;
  await setUpWorkspace(browser, origin, product.printed(), { portfolio: "empty", stateFile });
  const opened: WatchedPage[] = [];
  const signedIn = async (colleague: Colleague): Promise<WatchedPage> => {
    const own = join(folder, `${colleague.email}.json`);
    await inviteColleague(browser, origin, stateFile, colleague, own);
    const page = await openPage(browser, origin, { storageState: own });
    opened.push(page);
    return page;
  };
  const desk = await signedIn(manager);
  const lead = await signedIn(director);
  const workshop = await signedIn(engineer);
  const admin = await openPage(browser, origin, { storageState: stateFile });
  opened.push(admin);
  await send(admin.page, "POST", "/workdays/adopt", { year: 2026 });
  await send(
    admin.page,
    "PUT",
    "/mail-setting",
    {
      host: "127.0.0.1",
      port: mailbox.port,
      security: "none",
      userName: null,
      fromAddress: "service@mainstay.example",
      isEnabled: true,
    },
    "*",
  );
  const { items } = await send(admin.page, "GET", "/users");
  const idOf = (email: string): string =>
    items.find((user: { email: string }) => user.email === email).id;
  const made = await send(admin.page, "POST", "/accounts", {
    name: account,
    managerUserId: idOf(manager.email),
    sponsorUserId: idOf(director.email),
  });
  return {
    product,
    browser,
    mailbox,
    desk,
    lead,
    workshop,
    admin,
    accountId: made.id as string,
    /** A person of theirs with a job and a mail address. */
    addPerson: async (name: string, title: string, workEmail: string): Promise<string> => {
      const job = await send(desk.page, "POST", `/accounts/${made.id}/people`, {
        name,
        title,
        workEmail,
      });
      return job.person?.id ?? job.personId;
    },
    /** A customer's phone: not signed in, narrow, with their own language. */
    openPhone: async (options: Parameters<Browser["newContext"]>[0] = {}): Promise<WatchedPage> => {
      const phone = await openPage(browser, origin, {
        viewport: { width: 360, height: 780 },
        isMobile: true,
        hasTouch: true,
        ...options,
      });
      opened.push(phone);
      return phone;
    },
    /** The readers' own clocks show what the product's shows. */
    setClocks: async (at: string): Promise<void> => {
      for (const { page } of opened) await page.clock.setSystemTime(new Date(at));
    },
    troubles: () => opened.flatMap(({ troubles }) => troubles),
    close: async (): Promise<void> => {
      for (const page of opened) await page.close().catch(() => undefined);
      await browser.close();
      await product.stop();
      await mailbox.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
export type ServiceWorld = Awaited<ReturnType<typeof openServiceWorld>>;
