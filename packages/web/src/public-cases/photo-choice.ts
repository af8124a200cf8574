import {
  filingFileBytesAtMost,
  filingFilesAtMost,
} from "@mainstay/domain/public-case/filing-limit";
import type { PublicCaseWords } from "@mainstay/phrases/public-case/public-case-words";

export const fileMegabytesAtMost = filingFileBytesAtMost / 1024 / 1024;

const isFit = (file: File): boolean =>
  file.type.startsWith("image/") || file.type === "application/pdf";

/** The files kept of those chosen, and why the others were not: number, size and kind. The server looks at their content. */
export const judgeFiles = (
  kept: readonly File[],
  chosen: readonly File[],
  words: PublicCaseWords["filing"],
): { readonly files: File[]; readonly refused: string[] } => {
  const files = [...kept];
  const refused: string[] = [];
  for (const file of chosen) {
    if (files.length >= filingFilesAtMost) {
      refused.push(words.photosFull(filingFilesAtMost));
      break;
    }
    if (!isFit(file)) refused.push(words.photoType(file.name));
    else if (file.size > filingFileBytesAtMost)
      refused.push(words.photoTooLarge(file.name, fileMegabytesAtMost));
    else files.push(file);
  }
  return { files, refused };
};
