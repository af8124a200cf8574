import { expect, test } from "vitest";
import { briefQueryOf, readBriefSearch } from "./brief-search.ts";

const id = "01a20138-36ef-72b9-a005-76824a446545";

test("people, purpose and day stand in the address; what is no id and no day is left out", () => {
  const read = readBriefSearch({ people: `${id},nonsense`, purpose: "续约", on: "tomorrow" });
  expect(read).toEqual({ people: [id], purpose: "续约" });
  expect(briefQueryOf(read)).toEqual({ personIds: id, purpose: "续约", visitOn: undefined });
  expect(readBriefSearch({ on: "2026-12-01" })).toEqual({ on: "2026-12-01" });
  expect(readBriefSearch({})).toEqual({});
});
