import { expect, test } from "vitest";
import { bareSubject, caseNumberIn, caseToken } from "./case-token.ts";
import { guessKind } from "./guess-kind.ts";

test("a subject names its case, whatever stands around it", () => {
  expect(caseNumberIn(`回复：${caseToken(123)} 泵漏油`)).toBe(123);
  expect(caseNumberIn("Re: invoice #123")).toBeNull();
  expect(caseNumberIn("[#]")).toBeNull();
});

test("a case is called by the bare subject", () => {
  expect(bareSubject("回复: Re: FW：[#12] 泵  漏油 ")).toBe("泵 漏油");
  expect(bareSubject("Request for spares")).toBe("Request for spares");
});

test.each([
  ["投诉：泵漏油", "complaint"],
  ["三号泵漏油", "fault"],
  ["The controller does not work", "fault"],
  ["请问备件多久到？", "question"],
  ["Could you send the drawings?", "question"],
  ["请寄一份合格证", "request"],
] as const)("%s is a %s", (subject, kind) => {
  expect(guessKind(subject, "")).toBe(kind);
});
