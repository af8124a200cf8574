import { expect, test } from "vitest";
import { readChainSearch } from "./chain-search.ts";

test("only an id names a project in the address", () => {
  const projectId = "0198c5e0-0000-7000-8000-00000000abcd";
  expect(readChainSearch({ projectId, other: 1 })).toEqual({ projectId });
  for (const odd of [undefined, 7, "x", "", `${projectId}'`])
    expect(readChainSearch({ projectId: odd })).toEqual({});
});
