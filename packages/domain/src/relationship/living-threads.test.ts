import { expect, test } from "vitest";
import type { ChainMember } from "./chain-member.ts";
import { keyPeople } from "./key-people.ts";
import { busFactor, threadCount } from "./living-threads.ts";

const member = (personId: string, more: Partial<ChainMember> = {}): ChainMember => ({
  personId,
  role: null,
  influence: null,
  stance: null,
  assessedDay: null,
  isPlaceholder: false,
  coverage: 0,
  ...more,
});

test("a thread needs a coverage of 0.3, exactly that is enough", () => {
  expect(threadCount([0.3, 0.29999, 1, 0])).toBe(2);
  expect(threadCount([])).toBe(0);
});

test("the bus factor counts each of us once, and only contacts with key people", () => {
  const pairs = [
    { userId: "li", personId: "boss", coverage: 0.6 },
    { userId: "li", personId: "boss2", coverage: 0.6 },
    { userId: "wang", personId: "boss", coverage: 0.2 },
    { userId: "zhao", personId: "clerk", coverage: 1 },
  ];
  expect(busFactor(pairs, new Set(["boss", "boss2"]))).toBe(1);
  expect(
    busFactor(
      [...pairs, { userId: "wang", personId: "boss2", coverage: 0.3 }],
      new Set(["boss", "boss2"]),
    ),
  ).toBe(2);
  expect(busFactor(pairs, new Set())).toBe(0);
});

test("key people are the economic buyer and who was assessed at four or five", () => {
  const chain = [
    member("eb", { role: "economic_buyer", influence: 1 }),
    member("strong", { influence: 4 }),
    member("assumed"),
    member("weak", { influence: 2 }),
  ];
  expect(keyPeople(chain).map(({ personId }) => personId)).toEqual(["eb", "strong"]);
});

test("without either, whoever weighs most is key; an empty chain has nobody", () => {
  const chain = [member("tech", { role: "technical" }), member("user", { role: "user" })];
  expect(keyPeople(chain).map(({ personId }) => personId)).toEqual(["tech"]);
  expect(keyPeople([member("a"), member("b")])).toHaveLength(2);
  expect(keyPeople([])).toEqual([]);
});
