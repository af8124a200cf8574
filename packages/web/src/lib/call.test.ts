import { accounts } from "@mainstay/contract/account";
import { signals } from "@mainstay/contract/signal";
import { afterEach, expect, test, vi } from "vitest";
import { addressOf, call } from "./call.ts";
import { AppProblem } from "./problem.ts";
import { onSignedOut } from "./signed-out.ts";

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  vi
    .spyOn(globalThis, "fetch")
    .mockResolvedValue(
      new Response(body === undefined ? null : JSON.stringify(body), { status, headers }),
    );
const caught = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

afterEach(() => vi.restoreAllMocks());

test("parameters go into the path, lists are comma-joined, empty filters are left out", () => {
  expect(addressOf(accounts.list, {}, { level: ["act", "lost"], q: "", grade: undefined })).toBe(
    "/api/v1/accounts?level=act%2Clost",
  );
  expect(addressOf(signals.get, { signalId: "a/b" })).toBe("/api/v1/signals/a%2Fb");
});

test("an edit names the version it is based on and proves that it comes from our page", async () => {
  const sent = answer(200, {});
  await call(signals.snooze, {
    params: { signalId: "1" },
    body: { until: "2026-12-01" },
    ifMatch: 3,
  });
  const [address, request] = sent.mock.calls[0] ?? [];
  expect(address).toBe("/api/v1/signals/1/snooze");
  expect(request?.headers).toMatchObject({ "if-match": '"3"', "x-mainstay-request": "1" });
  expect(request?.body).toBe('{"until":"2026-12-01"}');
});

test("a refusal arrives with code, words, request id and the fields it names", async () => {
  answer(400, {
    code: "request.invalid",
    detail: "请修改",
    requestId: "r-1",
    fields: [{ in: "body", path: "until", problem: "wrong_form", detail: "格式不正确。" }],
  });
  const problem = await caught(call(signals.get, { params: { signalId: "1" } }));
  expect(problem).toBeInstanceOf(AppProblem);
  expect(problem).toMatchObject({
    code: "request.invalid",
    status: 400,
    words: "请修改",
    requestId: "r-1",
    fields: [{ path: "until", message: "格式不正确。" }],
  });
});

test("an answer that is no problem document still says its status and request id", async () => {
  answer(502, "<html>", { "x-request-id": "r-2" });
  const problem = await caught(call(signals.get, { params: { signalId: "1" } }));
  expect(problem).toMatchObject({ code: "answer.unreadable", status: 502, requestId: "r-2" });
});

test("no answer at all is told apart from a refusal", async () => {
  vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("failed"));
  const problem = await caught(call(signals.get, { params: { signalId: "1" } }));
  expect(problem).toMatchObject({ code: "network.unreachable", status: 0 });
});

test("a lost session is noted so that the page leads to sign-in; a wrong password is not", async () => {
  const heard = vi.fn();
  const stop = onSignedOut(heard);
  answer(401, { code: "session.wrong_credentials", detail: "" });
  await caught(call(signals.get, { params: { signalId: "1" } }));
  expect(heard).not.toHaveBeenCalled();
  answer(401, { code: "access.sign_in_needed", detail: "" });
  await caught(call(signals.get, { params: { signalId: "1" } }));
  expect(heard).toHaveBeenCalledOnce();
  stop();
});

test("what is refused while an act gives this browser another session is asked once more; twice refused is signed out", async () => {
  const heard = vi.fn();
  const stop = onSignedOut(heard);
  let turnedOn: () => void = () => {};
  let reads = 0;
  let isKnown = true;
  vi.spyOn(globalThis, "fetch").mockImplementation((_, request) => {
    if (request?.method === "POST")
      return new Promise((resolve) => {
        turnedOn = () => resolve(Response.json({}));
      });
    reads++;
    const refused = () => Response.json({ code: "access.sign_in_needed" }, { status: 401 });
    return Promise.resolve(isKnown && reads > 1 ? Response.json({ items: [] }) : refused());
  });
  const act = call(signals.snooze, {
    params: { signalId: "1" },
    body: { until: "2026-12-01" },
    ifMatch: 3,
  });
  const read = call(accounts.list, {});
  await vi.waitFor(() => expect(reads).toBe(1));
  expect(heard).not.toHaveBeenCalled();
  turnedOn();
  await act;
  expect(await read).toEqual({ items: [] });
  expect(reads).toBe(2);
  isKnown = false;
  await caught(call(accounts.list, {}));
  expect([reads, heard.mock.calls.length]).toEqual([3, 1]);
  stop();
});
