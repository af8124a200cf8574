import { expect, test } from "vitest";
import { parseRecurrence, writeRecurrence } from "./recurrence-rule.ts";

test("what people use is read and written the one way", () => {
  const kept: [string, string][] = [
    ["FREQ=WEEKLY;BYDAY=FR,MO", "FREQ=WEEKLY;BYDAY=MO,FR"],
    ["rrule:freq=daily;interval=2;count=10", "FREQ=DAILY;INTERVAL=2;COUNT=10"],
    ["FREQ=MONTHLY;UNTIL=20271231T235959Z", "FREQ=MONTHLY;UNTIL=20271231"],
    ["FREQ=YEARLY;INTERVAL=1;WKST=MO", "FREQ=YEARLY"],
  ];
  for (const [text, canonical] of kept) {
    const rule = parseRecurrence(text);
    expect(rule && writeRecurrence(rule), text).toBe(canonical);
    expect(parseRecurrence(canonical)).toEqual(rule);
  }
});

test("bombs and what this calendar does not keep are refused, never cut", () => {
  const refused = [
    "",
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;INTERVAL=1",
    "FREQ=HOURLY",
    "FREQ=DAILY;COUNT=1000000000",
    "FREQ=DAILY;COUNT=1001",
    "FREQ=DAILY;COUNT=0",
    "FREQ=DAILY;COUNT=-1",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;INTERVAL=100000",
    "FREQ=DAILY;COUNT=3;UNTIL=20270101",
    "FREQ=DAILY;UNTIL=20270231",
    "FREQ=DAILY;UNTIL=never",
    "FREQ=DAILY;BYSECOND=0,1,2",
    "FREQ=DAILY;BYDAY=MO",
    "FREQ=WEEKLY;BYDAY=1MO",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=WEEKLY;FREQ=DAILY",
    "FREQ=WEEKLY;WKST=SU",
    "FREQ=DAILY\nDTSTART:20200101",
    "COUNT=3",
  ];
  for (const text of refused) expect(parseRecurrence(text), text).toBeNull();
});
