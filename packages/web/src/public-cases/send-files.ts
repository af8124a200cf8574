import type { Locale } from "@mainstay/phrases/locale";
import { askServer, type Refusal } from "../public/ask-server.ts";
import { trackFilesPath } from "./case-paths.ts";

/** Sends files to a case one after the other; gives those that did not arrive, and the last reason. */
export const sendFiles = async (
  { token, locale, files }: { token: string; locale: Locale; files: readonly File[] },
  tell: (at: number) => void,
): Promise<{ lost: File[]; refusal: Refusal | null }> => {
  const lost: File[] = [];
  let refusal: Refusal | null = null;
  for (const [i, file] of files.entries()) {
    tell(i + 1);
    const body = new FormData();
    // Before the file: the server asks whose it is before it takes the bytes.
    body.append("token", token);
    body.append("file", file, file.name);
    const told = await askServer({
      path: trackFilesPath,
      locale,
      body,
      // Twice would be two files.
      isRepeatable: false,
      timeoutMs: 120_000,
    });
    if ("refusal" in told) {
      lost.push(file);
      refusal = told.refusal;
    }
  }
  return { lost, refusal };
};
