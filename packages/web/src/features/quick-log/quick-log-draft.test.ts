import { readQuickLog } from "@mainstay/domain/quick-log/read-quick-log";
import { expect, test } from "vitest";
import { confirm, type Corrections, draftOf } from "./quick-log-draft.ts";

const person = (id: string, name: string) => ({ id, name, pinyin: "", title: null });
const accounts = [
  {
    id: "a",
    name: "万华化学",
    shortName: null,
    pinyin: "",
    people: [person("zw", "张伟"), person("wq", "王强")],
  },
  {
    id: "b",
    name: "恒通机械",
    shortName: null,
    pinyin: "",
    people: [person("wf", "王芳"), person("wl", "王磊")],
  },
];
const today = "2026-11-18";
const of = (line: string, fixes: Corrections = {}, pageAccountId?: string) => {
  const reading = readQuickLog(line, {
    today,
    accounts,
    differentDays: [],
    ...(pageAccountId && { accountId: pageAccountId }),
  });
  const around = { line, today, accounts, ...(pageAccountId && { pageAccountId }) };
  const confirmed = confirm(reading, fixes, around);
  return { confirmed, draft: draftOf(line, confirmed, "ref") };
};

test("a line that says everything is ready to save", () => {
  const { draft } = of("今天和张总吃饭，他担心交期，下周三给方案");
  expect(draft).toEqual({
    clientRef: "ref",
    accountId: "a",
    contact: {
      kind: "meal",
      occurredOn: "2026-11-18",
      isTwoWay: true,
      summary: "今天和张总吃饭，他担心交期，下周三给方案",
      topic: "交期",
      mood: "worried",
      personIds: ["zw"],
    },
    plan: null,
    nextSteps: [{ title: "给方案", dueOn: "2026-11-25" }],
  });
});

test("who fits several is asked and never guessed; the answer brings the account along", () => {
  const line = "昨天拜访恒通王总";
  expect(of(line).confirmed).toMatchObject({
    missing: "choosePerson",
    accountId: "b",
    personIds: [],
  });
  expect(of(line, { chosen: { 王总: "wl" } }).draft?.contact?.personIds).toEqual(["wl"]);
  expect(of(line, { chosen: { 王总: null } }).draft?.contact?.personIds).toEqual([]);
  const anywhere = of("昨天拜访王总");
  expect(anywhere.confirmed).toMatchObject({ missing: "chooseFirst", accountId: null });
  expect(anywhere.confirmed.open[0]?.ids).toEqual(["wq", "wf", "wl"]);
  expect(
    of("昨天拜访王总", { accountId: "b", chosen: { 王总: "wf" } }).draft?.contact?.personIds,
  ).toEqual(["wf"]);
});

test("a contact to come goes into the calendar and cannot be put into the past by mistake", () => {
  expect(of("下周三拜访张总").draft).toMatchObject({
    contact: null,
    plan: { kind: "visit", onDate: "2026-11-25", title: "下周三拜访张总" },
  });
  expect(of("下周三拜访张总", { sort: "contact" }).draft?.contact?.occurredOn).toBe(today);
});

test("what is missing is named, the way of contact before saving", () => {
  expect(of("张总说质量不错").confirmed.missing).toBe("chooseKind");
  expect(of("张总说质量不错", { kind: "call" }).draft?.contact).toMatchObject({
    kind: "call",
    occurredOn: today,
  });
  expect(of("打电话").confirmed.missing).toBe("chooseFirst");
});

test("on an account's page the line is about it, and unknown people are told, not invented", () => {
  const { confirmed, draft } = of("昨天和孙总通话", {}, "a");
  expect(confirmed).toMatchObject({ accountId: "a", unknown: ["孙总"], personIds: [] });
  expect(draft?.contact?.summary).toBe("昨天和孙总通话");
});

test("every piece gives way to what the writer says", () => {
  const fixes: Corrections = {
    day: "2026-11-01",
    kind: "visit",
    mood: null,
    topic: " ",
    isTwoWay: false,
    personIds: ["wq"],
    steps: [
      { title: " 寄样品 ", dueOn: null },
      { title: "  ", dueOn: null },
    ],
  };
  expect(of("今天和张总吃饭，他担心交期，下周三给方案", fixes).draft).toMatchObject({
    contact: {
      kind: "visit",
      occurredOn: "2026-11-01",
      mood: null,
      topic: null,
      isTwoWay: false,
      personIds: ["wq"],
    },
    nextSteps: [{ title: "寄样品", dueOn: null }],
  });
});

test("something only to do becomes a task of the whole line when it names none", () => {
  expect(of("明天给万华寄样品").draft).toMatchObject({
    contact: null,
    plan: null,
    nextSteps: [{ title: "给万华寄样品", dueOn: "2026-11-19" }],
  });
});
