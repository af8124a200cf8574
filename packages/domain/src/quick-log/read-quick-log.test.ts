import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumberFromIso } from "../calendar/day-number.ts";
import { readUpTo } from "./plain-line.ts";
import type { QuickLogReading, Span } from "./quick-log-reading.ts";
import { readQuickLog } from "./read-quick-log.ts";
import { readingWorld } from "./reading-table.ts";

const spansOf = (reading: QuickLogReading): Span[] =>
  [
    reading.account,
    ...reading.people,
    reading.occurredOn,
    reading.kind,
    reading.isTwoWay,
    reading.topic,
    reading.mood,
    ...reading.nextSteps,
  ].flatMap((piece) => (piece ? [piece.span] : []));

const demandSound = (line: string, reading: QuickLogReading): void => {
  for (const { from, to } of spansOf(reading)) {
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeGreaterThan(from);
    expect(to).toBeLessThanOrEqual(line.length);
  }
  const days = [reading.occurredOn?.value, ...reading.nextSteps.map(({ dueOn }) => dueOn)];
  for (const day of days) if (day) expect(dayNumberFromIso(day), day).not.toBeNull();
  if (reading.sort === "contact" && reading.occurredOn)
    expect(reading.occurredOn.value <= readingWorld.today).toBe(true);
  for (const { title } of reading.nextSteps) expect(title).not.toBe("");
};

const words =
  "今天 昨天 下周三 上上周五 3天后 月底前 节后 11月31日 2月29号 去年 国庆前 张总 王 李工 万华 拜访 电话 吃饭 担心 不满意 给方案 约 ， 。 ; . Mr Wang Director Li by Friday next last Acme met called will and 99号 0月0日 13月 二十 十 两 个 周 礼拜 \u0000 😀 ﷺ".split(
    " ",
  );

test("whatever is written, nothing fails, every span lies in the line and every day exists", () => {
  const line = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((some) => some.join("")),
    fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((some) => some.join(" ")),
  );
  fc.assert(
    fc.property(line, (text) => demandSound(text, readQuickLog(text, readingWorld))),
    {
      numRuns: 150,
    },
  );
});

test("every day of four years may be today", () => {
  const line =
    "上上周五拜访张总，31号前给方案，半个月后回访，2月29日开会，last Friday, by the 31st, in 3 months";
  for (let day = dayNumberFromIso("2024-01-01") ?? 0, n = 0; n < 1461; n += 11, day += 11) {
    const today = new Date(day * 86_400_000).toISOString().slice(0, 10);
    const reading = readQuickLog(line, { ...readingWorld, today });
    for (const { dueOn } of reading.nextSteps) if (dueOn) expect(dueOn >= today, today).toBe(true);
    expect(reading.occurredOn && reading.occurredOn.value < today, today).toBe(true);
  }
});

test("of a line of a hundred thousand letters the first two thousand are read", () => {
  for (const piece of [
    "今天拜访张总，",
    "下周三",
    "a",
    "一二三四五六七八九十",
    "will and ",
    "约",
    "((((",
    "周",
    "3",
  ]) {
    const line = piece.repeat(100_000 / piece.length);
    const reading = readQuickLog(line, readingWorld);
    for (const { to } of spansOf(reading)) expect(to).toBeLessThanOrEqual(readUpTo);
  }
});

test("a span covers the very words", () => {
  const line = "　今天和张总吃饭，他担心交期，下周三给方案";
  const reading = readQuickLog(line, readingWorld);
  const at = (piece: { span: Span } | null | undefined) =>
    piece && line.slice(piece.span.from, piece.span.to);
  expect(
    [
      reading.people[0],
      reading.occurredOn,
      reading.kind,
      reading.topic,
      reading.mood,
      reading.nextSteps[0],
    ].map(at),
  ).toEqual(["张总", "今天", "吃饭", "交期", "担心", "下周三给方案"]);
  expect(reading.topic?.clause).toBe("他担心交期");
});

test("on an account's page its own people are meant, and only another's whole name leads elsewhere", () => {
  const page = { ...readingWorld, accountId: "wanhua" };
  expect(readQuickLog("今天拜访王总", page).people[0]?.ids).toEqual(["wq"]);
  expect(readQuickLog("今天拜访王总", page).account).toBeNull();
  expect(readQuickLog("今天拜访恒通机械王总", page).account?.ids).toEqual(["bj"]);
  expect(readQuickLog("今天拜访北京的王总", page).account).toBeNull();
});

test("a year's holidays that are not official yet still have those on fixed days", () => {
  const bare = { ...readingWorld, differentDays: [] };
  expect(readQuickLog("节后拜访张总", bare).occurredOn?.value).toBe("2027-01-04");
  expect(readQuickLog("节后拜访张总", { ...bare, today: "2026-09-30" }).occurredOn?.value).toBe(
    "2026-10-08",
  );
  expect(readQuickLog("中秋后拜访张总", bare).occurredOn).toBeNull();
});

test("on a Sunday the week is still the one that began on Monday", () => {
  const sunday = { ...readingWorld, today: "2026-11-22" };
  const on = (line: string) => readQuickLog(line, sunday).occurredOn?.value;
  expect(on("下周三拜访张总")).toBe("2026-11-25");
  expect(on("上周三拜访张总")).toBe("2026-11-11");
  expect(on("周三拜访张总")).toBe("2026-11-18");
  expect(on("本周一拜访张总")).toBe("2026-11-16");
  expect(on("visited Acme last Wednesday")).toBe("2026-11-18");
});
