import ICAL from "ical.js";
import { expect, test } from "vitest";
import { plannedDaysBetween } from "../calendar-entry/expand-recurrence.ts";
import { type FeedContent, writeCalendar } from "./write-calendar.ts";

const entry: FeedContent["entries"][number] = {
  id: "0190aaaa-0000-7000-8000-000000000001",
  kind: "visit",
  title: "拜访",
  place: null,
  onDate: "2026-11-23",
  startsMinute: null,
  lastsMinutes: null,
  recurrence: null,
  skippedOn: [],
  loggedOn: [],
  owner: { id: "0190aaaa-0000-7000-8000-000000000002", name: "我" },
  account: { id: "0190aaaa-0000-7000-8000-000000000003", name: "万华" },
  ours: [],
  version: 1,
  can: { edit: true, log: true },
};
const content: FeedContent = {
  name: "砥柱 · 李经理",
  locale: "zh-CN",
  timeZone: "Asia/Shanghai",
  now: new Date("2026-11-22T01:02:03Z"),
  from: "2026-10-22",
  to: "2027-11-27",
  entries: [],
  obligations: [],
  tasks: [],
  handovers: [],
  days: [],
};
const parse = (more: Partial<FeedContent>) => {
  const text = writeCalendar({ ...content, ...more });
  const component = new ICAL.Component(ICAL.parse(text));
  return {
    text,
    events: component.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one)),
  };
};

test("titles come back as they were, with commas, semicolons, quotes, line breaks, tags and backslashes", () => {
  const title = `年度会议,议程;一"二"\\三\n<script>alert(1)</script>:冒号`;
  const { events, text } = parse({ entries: [{ ...entry, title, place: "上海,浦东;3号楼" }] });
  expect(events[0]?.summary).toBe(`万华 · ${title}`);
  expect(events[0]?.location).toBe("上海,浦东;3号楼");
  expect(text).not.toMatch(/^<script/m);
});

test("no line is longer than 75 octets and none is cut within a character", () => {
  const title = "很长的中文标题😀".repeat(30).slice(0, 200);
  const { text, events } = parse({ entries: [{ ...entry, title }] });
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text).not.toContain("�");
  expect(events[0]?.summary).toBe(`万华 · ${title}`);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("a whole day is a floating date that ends the day after; a time is an instant in UTC", () => {
  const { events } = parse({
    entries: [
      entry,
      { ...entry, id: `${entry.id.slice(0, -1)}9`, startsMinute: 450, lastsMinutes: 90 },
    ],
  });
  expect(events[0]?.startDate.isDate).toBe(true);
  expect(events[0]?.startDate.toString()).toBe("2026-11-23");
  expect(events[0]?.endDate.toString()).toBe("2026-11-24");
  expect(events[1]?.startDate.toString()).toBe("2026-11-22T23:30:00Z");
  expect(events[1]?.duration.toSeconds()).toBe(5400);
});

test("a repeated whole day is one event whose rule, less what was left out, gives the days we plan", () => {
  const repeated = {
    ...entry,
    recurrence: "FREQ=WEEKLY;COUNT=12;BYDAY=MO,TH",
    skippedOn: ["2026-12-03", "2026-11-30"],
  };
  const { events } = parse({ entries: [repeated] });
  expect(events).toHaveLength(1);
  const iterator = events[0]!.iterator();
  const days: string[] = [];
  for (let next = iterator.next(); next; next = iterator.next()) days.push(next.toString());
  expect(days).toEqual(plannedDaysBetween(repeated, "2026-11-01", "2027-11-01"));
  expect(days).toHaveLength(10);
});

test("a repeated time is an event a day, right across summer time and in the early morning", () => {
  const early = {
    ...entry,
    startsMinute: 420,
    lastsMinutes: 30,
    recurrence: "FREQ=WEEKLY;BYDAY=MO",
  };
  const { events } = parse({ entries: [{ ...early, skippedOn: ["2026-11-30"] }] });
  expect(events.slice(0, 2).map(({ startDate }) => startDate.toString())).toEqual([
    "2026-11-22T23:00:00Z",
    "2026-12-06T23:00:00Z",
  ]);
  expect(events).toHaveLength(
    plannedDaysBetween({ ...early, skippedOn: ["2026-11-30"] }, content.from, content.to).length,
  );
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  const berlin = parse({
    timeZone: "Europe/Berlin",
    entries: [{ ...early, onDate: "2027-03-22", recurrence: "FREQ=WEEKLY;COUNT=2" }],
  });
  expect(berlin.events.map(({ startDate }) => startDate.toString())).toEqual([
    "2027-03-22T06:00:00Z",
    "2027-03-29T05:00:00Z",
  ]);
});

test("what is due stands on its day, named by organisation and work only", () => {
  const account = { id: entry.id, name: "万华" };
  const { events } = parse({
    obligations: [
      { id: "o", kind: "review", account, owner: null, dueOn: "2026-12-01", isOverdue: false },
    ],
    tasks: [
      { id: "t", title: "寄样品", account, owner: null, dueOn: "2026-12-02", isOverdue: false },
    ],
    handovers: [
      {
        id: "h",
        side: "theirs",
        account,
        owner: null,
        dueAt: "2026-12-03T04:00:00.000Z",
        dueOn: "2026-12-03",
        isOverdue: false,
      },
    ],
  });
  expect(events.map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual([
    ["万华：业务复盘到期", "2026-12-01"],
    ["万华 · 寄样品", "2026-12-02"],
    ["万华：交接时限", "2026-12-03T04:00:00Z"],
  ]);
});
