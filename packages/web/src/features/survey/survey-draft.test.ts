import { expect, test } from "vitest";
import type { SurveyView } from "@mainstay/contract/survey";
import {
  draftOf,
  freeKey,
  keptDraft,
  moved,
  newQuestion,
  readKeptDraft,
  withQuestion,
} from "./survey-draft.ts";

test("a question moves to its new place and nowhere beyond the ends", () => {
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  expect(moved(["a", "b"], 1, 2)).toEqual(["a", "b"]);
});

test("a new choice gets a key of its own, also after one was removed", () => {
  expect(freeKey([])).toBe("c1");
  expect(freeKey([{ key: "c2" }])).toBe("c3");
  expect(freeKey([{ key: "c1" }, { key: "c3" }])).toBe("c4");
});

test("there is one overall question: making one so takes it from the other", () => {
  const [first, second] = [{ ...newQuestion("nps"), isOverall: true }, newQuestion("csat")];
  const changed = withQuestion([first, second], { ...second, isOverall: true });
  expect(changed.map(({ isOverall }) => isOverall)).toEqual([false, true]);
});

test("what was written stays on the version it was begun on, though a colleague has saved another", () => {
  const first = { version: 3, title: { zh: "问卷" }, questions: [] } as unknown as SurveyView;
  const mine = { version: 3, draft: { ...draftOf(first), title: { zh: "我改的" } } };
  const colleagues = { ...first, version: 4, title: { zh: "同事改的" } };
  expect(readKeptDraft(keptDraft(mine, colleagues))).toEqual(JSON.parse(JSON.stringify(mine)));
  expect(keptDraft({ version: 3, draft: draftOf(first) }, colleagues)).not.toBe("");
});

test("written back to what it was, nothing is unsaved", () => {
  const survey = { version: 3, title: { zh: "问卷" }, questions: [] } as unknown as SurveyView;
  expect(keptDraft({ version: 3, draft: draftOf(survey) }, survey)).toBe("");
  expect(readKeptDraft("")).toBeNull();
  expect(readKeptDraft('{"title":{}}')).toBeNull();
});

test("a new question of a kind begins with what it needs", () => {
  expect(newQuestion("text")).toMatchObject({ options: [], rows: [] });
  expect(newQuestion("matrix").options).toHaveLength(2);
  expect(newQuestion("matrix").rows).toHaveLength(1);
});
