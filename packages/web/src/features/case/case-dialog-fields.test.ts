import { expect, test } from "vitest";
import { type CaseDialogName, emptyDraft, sentBy } from "./case-dialog-fields.ts";

const now = "2026-03-02T08:00:00.000Z";
const draft = emptyDraft({ level: "major", person: null, cause: null }, now);

test("nothing is sent before what is needed is there", () => {
  const dialogs: CaseDialogName[] = [
    "solve",
    "pause",
    "askPause",
    "transfer",
    "assign",
    "decline",
    "level",
    "escalate",
    "duplicate",
  ];
  for (const dialog of dialogs) expect(sentBy(dialog, draft).body, dialog).toBeNull();
  expect(sentBy("transfer", { ...draft, words: "忙" }).body).toBeNull();
  expect(sentBy("solve", { ...draft, words: "换了阀门" }).body).toBeNull();
});

test("a pause needs somebody of theirs who agreed", () => {
  const asked = { ...draft, words: "等配件", until: "2026-03-04T08:00:00.000Z" };
  expect(sentBy("pause", asked).body).toBeNull();
  expect(sentBy("pause", { ...asked, agreedByName: " 王工 " }).body).toEqual({
    until: asked.until,
    reason: "等配件",
    agreedByPersonId: null,
    agreedByName: "王工",
    agreedVia: "phone",
    agreedAt: now,
  });
});

test("the customer is asked until when the clocks may stand still, in our words to them", () => {
  const asked = { ...draft, until: "2026-03-04T08:00:00.000Z" };
  expect(sentBy("askPause", asked).body).toBeNull();
  expect(sentBy("askPause", { ...asked, words: " 配件周三到 " }).body).toEqual({
    until: asked.until,
    words: "配件周三到",
  });
});

test("solving says how and why it happened", () => {
  expect(sentBy("solve", { ...draft, words: " 换了阀门 ", cause: "product" }).body).toEqual({
    solution: "换了阀门",
    cause: "product",
  });
});
