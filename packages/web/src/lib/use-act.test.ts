import { cases } from "@mainstay/contract/case";
import { QueryClientProvider } from "@tanstack/react-query";
import { act, createElement, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { queryClient, useAct } from "./query.ts";

afterEach(() => vi.unstubAllGlobals());

/** A component that has nothing but the act. */
const mountAct = async () => {
  let held: ReturnType<typeof useAct<typeof cases.open>> | undefined;
  const Holder = () => {
    held = useAct(cases.open);
    return null;
  };
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const tree = createElement(QueryClientProvider, { client: queryClient }, createElement(Holder));
  await act(async () => createRoot(document.createElement("div")).render(tree));
  return (title: string) => held?.mutate({ params: { accountId: "a" }, body: { title } } as never);
};

test("a double click does once what it asks for; another wish, or the same after a refusal, is done again", async () => {
  const sent: string[] = [];
  vi.stubGlobal("fetch", async (_: unknown, init?: RequestInit) => {
    sent.push(String(init?.body));
    return new Response("{}", {
      status: 409,
      headers: { "content-type": "application/problem+json" },
    });
  });
  const open = await mountAct();
  await act(async () => {
    open("塔");
    open("塔");
    open("泵");
  });
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(sent.map((body) => JSON.parse(body).title)).toEqual(["塔", "泵"]);
  await act(async () => open("塔"));
  await vi.waitFor(() => expect(sent).toHaveLength(3));
});

test("an effect that does something when its screen opens does it once, however often the screen is drawn", async () => {
  let sent = 0;
  vi.stubGlobal("fetch", async () => {
    sent++;
    return Response.json({});
  });
  const Looker = () => {
    const { mutate } = useAct(cases.open);
    useEffect(() => mutate({ params: { accountId: "a" }, body: {} } as never), [mutate]);
    return null;
  };
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const root = createRoot(document.createElement("div"));
  const draw = () =>
    root.render(createElement(QueryClientProvider, { client: queryClient }, createElement(Looker)));
  await act(async () => draw());
  await vi.waitFor(() => expect(sent).toBe(1));
  await act(async () => draw());
  await act(async () => draw());
  expect(sent).toBe(1);
});
