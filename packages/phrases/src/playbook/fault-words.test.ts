import { playbookFaultCodes } from "@mainstay/domain/playbook/playbook-faults";
import { expect, test } from "vitest";
import { locales } from "../locale.ts";
import { tellPlaybookFault } from "./fault-words.ts";

const steps = [
  { key: "a", title: { zh: "启动会", en: "Kick-off" } },
  { key: "b", title: { zh: " ", en: "" } },
];

test.each(playbookFaultCodes)("%s is a finished sentence in both languages", (code) => {
  for (const locale of locales) {
    const sentence = tellPlaybookFault({ code, steps: ["a"] }, steps, locale);
    expect(sentence).toMatch(/[。.]$/);
    expect(/\p{Script=Han}/u.test(sentence)).toBe(locale === "zh-CN");
  }
});

test("a circle names its steps by their titles, a step without one by its key", () => {
  expect(tellPlaybookFault({ code: "cycle", steps: ["a", "b"] }, steps, "en")).toContain(
    "“Kick-off” → “b”",
  );
});
