import { publicLinks } from "@mainstay/contract/case-closing";
import { publicCases } from "@mainstay/contract/public-case";
import { expect, test } from "vitest";
import * as paths from "./case-paths.ts";

test("the pages for customers ask at the addresses of the contract", () => {
  const asked = [
    [publicLinks.look, paths.linkLookPath],
    [publicLinks.confirmLook, paths.confirmLookPath],
    [publicLinks.confirm, paths.confirmPath],
    [publicCases.fileLook, paths.filingLookPath],
    [publicCases.file, paths.filingPath],
    [publicCases.trackLook, paths.trackLookPath],
    [publicCases.trackWrite, paths.trackWordsPath],
    [publicCases.trackAttach, paths.trackFilesPath],
  ] as const;
  for (const [endpoint, path] of asked) expect(endpoint).toMatchObject({ method: "POST", path });
});
