import { publicCaseWords } from "@mainstay/phrases/public-case/public-case-words";
import { expect, test } from "vitest";
import { judgeFiles } from "./photo-choice.ts";

const words = publicCaseWords["zh-CN"].filing;
const file = (name: string, type: string, bytes = 10) =>
  new File([new Uint8Array(bytes)], name, { type });

test("pictures and PDFs up to the size are kept, at most three; the others are named with the reason", () => {
  const good = file("a.jpg", "image/jpeg");
  const judged = judgeFiles(
    [good],
    [file("x.exe", "application/x-msdownload"), file("b.pdf", "application/pdf")],
    words,
  );
  expect(judged.files.map(({ name }) => name)).toEqual(["a.jpg", "b.pdf"]);
  expect(judged.refused).toEqual([words.photoType("x.exe")]);
  const large = judgeFiles([], [file("big.png", "image/png", 5 * 1024 * 1024 + 1)], words);
  expect(large).toEqual({ files: [], refused: [words.photoTooLarge("big.png", 5)] });
  const full = judgeFiles([good, good, good], [good, good], words);
  expect(full.files).toHaveLength(3);
  expect(full.refused).toEqual([words.photosFull(3)]);
});
