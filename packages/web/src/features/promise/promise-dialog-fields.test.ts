import { expect, test } from "vitest";
import { promiseActs, sentBy } from "./promise-dialog-fields.ts";

const full = {
  on: "2026-12-01",
  personId: "01890000-0000-7000-8000-000000000001",
  words: " 客户同意 ",
};
const promise = { dueOn: "2026-11-20" };

test("an act is sent only with everything the rule asks for", () => {
  for (const act of promiseActs) {
    const { endpoint, body } = sentBy(act, full, promise);
    expect(endpoint.body?.safeParse(body).success, act).toBe(true);
    expect(sentBy(act, { ...full, words: " " }, promise).body, act).toBeNull();
  }
  for (const act of ["keep", "move", "sendBack"] as const)
    expect(sentBy(act, { ...full, on: null }, promise).body, act).toBeNull();
  for (const act of ["move", "withdraw"] as const)
    expect(sentBy(act, { ...full, personId: null }, promise).body, act).toBeNull();
});

test("moving to the same day is no move", () => {
  expect(sentBy("move", { ...full, on: promise.dueOn }, promise).body).toBeNull();
});
