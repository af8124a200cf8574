import { afterEach, expect, test, vi } from "vitest";
import { askServer } from "./ask-server.ts";

afterEach(() => vi.unstubAllGlobals());

/** The outside world: what the line gives, one after the other; an error is a line that breaks. */
const line = (...given: readonly (Response | Error)[]) => {
  const asked: RequestInit[] = [];
  const left = [...given];
  vi.stubGlobal("fetch", (_: string, init: RequestInit) => {
    asked.push(init);
    const next = left.shift();
    return next instanceof Response ? Promise.resolve(next) : Promise.reject(next);
  });
  return asked;
};
const problem = (status: number, code: string, more: object = {}) =>
  new Response(JSON.stringify({ code, detail: "words of the server", ...more }), { status });
const ask = (more: object = {}) =>
  askServer<{ ok: boolean }>({ path: "/x", locale: "zh-CN", body: { token: "t" }, ...more });

test("an answer comes back, asked for in the reader's language and without cookies", async () => {
  const asked = line(new Response('{"ok":true}'));
  expect(await ask()).toEqual({ answer: { ok: true } });
  expect(asked[0]).toMatchObject({
    credentials: "omit",
    headers: { "accept-language": "zh-CN" },
    body: '{"token":"t"}',
  });
});

test("a line that breaks is tried once more, and never where a second request would do harm", async () => {
  const twice = line(new TypeError("broken"), new Response('{"ok":true}'));
  expect(await ask()).toEqual({ answer: { ok: true } });
  expect(twice).toHaveLength(2);
  const once = line(new TypeError("broken"), new Response('{"ok":true}'));
  expect(await ask({ isRepeatable: false })).toMatchObject({ refusal: { kind: "unreachable" } });
  expect(once).toHaveLength(1);
});

test("every refusal is told apart, with the server's words, fields and seconds", async () => {
  const kindOf = async (response: Response) => {
    line(response);
    const told = await ask();
    return "refusal" in told ? told.refusal : null;
  };
  expect((await kindOf(problem(410, "public_link.invalid")))?.kind).toBe("invalid");
  expect((await kindOf(problem(410, "public_link.expired")))?.kind).toBe("expired");
  expect((await kindOf(problem(410, "public_link.used")))?.kind).toBe("used");
  expect(await kindOf(problem(429, "request.too_many", { params: { seconds: 7 } }))).toMatchObject({
    kind: "too_many",
    seconds: 7,
  });
  const fields = [{ in: "body", path: "words", problem: "too_long", detail: "too long" }];
  expect(await kindOf(problem(400, "request.invalid", { fields }))).toMatchObject({
    kind: "refused",
    words: "words of the server",
    fields: [{ path: "words", words: "too long" }],
  });
  expect((await kindOf(problem(500, "server.failed")))?.kind).toBe("failed");
  expect((await kindOf(new Response("<html>", { status: 502 })))?.kind).toBe("unreachable");
  expect((await kindOf(new Response("<html>", { status: 404 })))?.kind).toBe("failed");
});
