import { expect, test } from "vitest";
import { isKeptAddress, keptKey, mayKeep } from "./kept-answers.ts";

const origin = "https://mainstay.example";
const id = "0b6f5f5e-5e7f-4a51-9a55-4a1f6f3f2a11";
const isKept = (path: string) => isKeptAddress(new URL(path, origin));

test("only Today, accounts' pages, whom a log may name and who I am are kept", () => {
  for (const path of [
    "/api/v1/session",
    "/api/v1/today",
    "/api/v1/today?limit=30",
    "/api/v1/quick-logs/directory",
    `/api/v1/accounts/${id}/page`,
  ])
    expect(isKept(path), path).toBe(true);
  for (const path of [
    "/api/v1/accounts",
    `/api/v1/accounts/${id}`,
    `/api/v1/people/${id}`,
    `/api/v1/people/${id}/facts`,
    `/api/v1/facts/${id}/reveal`,
    `/api/v1/accounts/${id}/chain`,
    `/api/v1/accounts/${id}/map`,
    "/api/v1/audit",
    "/api/v1/sessions",
    "/sign-in",
  ])
    expect(isKept(path), path).toBe(false);
});

test("an answer is kept under its owner's id, and the directory once however it was asked for", () => {
  const today = `${origin}/api/v1/today?limit=30`;
  expect(keptKey(today, "me")).not.toBe(keptKey(today, "you"));
  const directory = `${origin}/api/v1/quick-logs/directory`;
  expect(keptKey(`${directory}?recent=a`, "me")).toBe(keptKey(directory, "me"));
});

test("what the server forbids to store, and what is no whole answer, is never kept", () => {
  const answer = (status: number, cacheControl: string) =>
    new Response(status === 304 ? null : "{}", {
      status,
      headers: { "cache-control": cacheControl },
    });
  expect(mayKeep(answer(200, "private, no-cache"))).toBe(true);
  expect(mayKeep(answer(200, "no-store"))).toBe(false);
  expect(mayKeep(answer(200, "private, No-Store"))).toBe(false);
  for (const status of [304, 401, 403, 500]) expect(mayKeep(answer(status, "private"))).toBe(false);
});
