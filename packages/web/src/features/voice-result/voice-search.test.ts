import { expect, test } from "vitest";
import { readVoiceSearch } from "./voice-search.ts";

const id = "01a202a9-0b2a-7662-a586-fca23f9dda60";

test("a shared address brings the same view back; what is unknown is left out", () => {
  const search = { survey: id, segment: "core", feeling: "dissatisfied", q: "交付" };
  expect(readVoiceSearch(search)).toEqual(search);
  expect(readVoiceSearch({ survey: "x", segment: "huge", buyer: "happy", q: "" })).toEqual({});
});
