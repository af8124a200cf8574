import type { QuickLogDraft, QuickLogView } from "@mainstay/contract/quick-log";
import { beforeEach, expect, test, vi } from "vitest";
import { leaveDevice, readOwner, takeOverDevice } from "./device-owner.ts";
import { memoryStore } from "./memory-store.ts";
import { type OfflineStore, standIn } from "./offline-store.ts";
import {
  dropWaiting,
  listWaiting,
  mendWaiting,
  queueLog,
  sendWaiting,
  waitAfter,
} from "./outbox.ts";
import type { Sending } from "./send-log.ts";

let store: OfflineStore;
const cleared = vi.fn(() => Promise.resolve(true));

beforeEach(() => {
  store = memoryStore();
  standIn(store);
  cleared.mockClear();
  // The browser's cache is the outside world here.
  vi.stubGlobal("caches", { delete: cleared });
});

const draft = (clientRef: string): QuickLogDraft => ({
  clientRef,
  accountId: "a",
  contact: {
    kind: "call",
    occurredOn: "2026-11-01",
    isTwoWay: true,
    summary: `机密 ${clientRef}`,
    personIds: [],
  },
  nextSteps: [],
});
const queue = (clientRef: string, ownerUserId = "me", at = 0) =>
  queueLog(draft(clientRef), { ownerUserId, accountName: "客户甲" }, new Date(at));

/** A server that answers by script and remembers what arrived. */
const server = (...answers: Sending["outcome"][]) => {
  const arrived: string[] = [];
  let at = 0;
  return {
    arrived,
    send: ({ clientRef, writerUserId }: QuickLogDraft): Promise<Sending> => {
      arrived.push(`${clientRef} by ${writerUserId}`);
      const outcome = answers[at++] ?? "saved";
      if (outcome === "saved") return Promise.resolve({ outcome, view: {} as QuickLogView });
      if (outcome === "refused")
        return Promise.resolve({ outcome, code: "person.not_found", words: "没有这个人" });
      return Promise.resolve({ outcome });
    },
  };
};

const send = (
  to: ReturnType<typeof server>,
  options: { isForced?: boolean; now?: () => number } = {},
) => sendWaiting("me", { locale: "zh-CN", send: to.send, ...options });

test("logs are sent one after the other, oldest first, each once", async () => {
  await queue("second", "me", 2_000);
  await queue("first", "me", 1_000);
  const to = server();
  const result = await send(to);
  expect(to.arrived).toEqual(["first by me", "second by me"]);
  expect(result.saved).toHaveLength(2);
  expect(await listWaiting("me")).toEqual([]);
  await send(to);
  expect(to.arrived).toHaveLength(2);
});

test("words that were mended while the first were on their way are not lost", async () => {
  await queue("first");
  const [before] = await listWaiting("me");
  const to = server();
  await sendWaiting("me", {
    locale: "zh-CN",
    send: async (sent) => {
      const answer = await to.send(sent);
      if (before?.draft) await mendWaiting(before, { ...before.draft, accountId: "b" });
      return answer;
    },
  });
  expect((await listWaiting("me")).map(({ draft }) => draft?.accountId)).toEqual(["b"]);
});

test("without a server nothing is lost, nothing overtakes, and the next try waits longer each time", async () => {
  await queue("first", "me", 1_000);
  await queue("second", "me", 2_000);
  const to = server("later", "later");
  await send(to, { now: () => 0 });
  await send(to, { now: () => 100 });
  expect(to.arrived, "its time had not come").toEqual(["first by me"]);
  const { nextTryAt } = await send(to, { now: () => 100, isForced: true });
  expect(to.arrived).toHaveLength(2);
  expect((await listWaiting("me")).map(({ clientRef, tries }) => [clientRef, tries])).toEqual([
    ["first", 2],
    ["second", 0],
  ]);
  expect(nextTryAt).toBe(0);
  expect([1, 2, 3, 20].map((tries) => waitAfter(tries, 0.5))).toEqual([
    4_000, 8_000, 16_000, 600_000,
  ]);
});

test("a refused log stays with its text and reason, lets the others pass, and goes again once mended", async () => {
  await queue("refused", "me", 1_000);
  await queue("fine", "me", 2_000);
  await send(server("refused", "saved"));
  const [left] = await listWaiting("me");
  expect(left).toMatchObject({ clientRef: "refused", refusal: { code: "person.not_found" } });
  expect(left?.draft?.contact?.summary).toBe("机密 refused");
  const again = server();
  await send(again, { isForced: true });
  expect(again.arrived, "not by itself").toEqual([]);
  if (left?.draft) await mendWaiting(left, { ...left.draft, accountId: "b" });
  await send(again);
  expect(again.arrived).toEqual(["refused by me"]);
});

test("when the session has ended everything is kept and asks for signing in", async () => {
  await queue("one");
  await queue("two", "me", 5);
  const result = await send(server("sign_in"));
  expect(result.needsSignIn).toBe(true);
  expect(await listWaiting("me")).toHaveLength(2);
});

test("another user's logs are never sent with mine", async () => {
  await queue("theirs", "somebody else");
  await queue("mine");
  const to = server();
  await send(to);
  expect(to.arrived).toEqual(["mine by me"]);
});

test("a log thrown away while it was on its way does not come back", async () => {
  await queue("gone");
  await send({
    arrived: [],
    send: async () => (await dropWaiting("gone"), { outcome: "later" as const }),
  });
  expect(await listWaiting("me")).toEqual([]);
});

test("signing out leaves nothing readable on the device", async () => {
  await takeOverDevice("me");
  await queue("one");
  cleared.mockClear();
  await leaveDevice();
  expect(cleared).toHaveBeenCalledWith("mainstay-answers");
  expect(await readOwner()).toBeNull();
  expect(JSON.stringify(await store.listLogs())).not.toContain("机密");
});

test("when another user signs in, answers go and of the first one's logs only the fact is left", async () => {
  await takeOverDevice("me");
  await queue("one");
  cleared.mockClear();
  await takeOverDevice("me");
  expect(cleared, "the same user keeps everything").not.toHaveBeenCalled();
  expect((await listWaiting("me"))[0]?.draft).not.toBeNull();
  await takeOverDevice("you");
  expect(cleared).toHaveBeenCalledWith("mainstay-answers");
  expect(JSON.stringify(await store.listLogs())).not.toMatch(/机密|客户甲/);
  await takeOverDevice("me");
  expect(await listWaiting("me"), "and they are told").toMatchObject([
    { clientRef: "one", draft: null },
  ]);
  const to = server();
  await send(to);
  expect(to.arrived).toEqual([]);
});
