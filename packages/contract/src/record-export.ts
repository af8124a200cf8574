import { recordKinds } from "@mainstay/domain/import/import-kind";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, nothing } from "./endpoint/wire.ts";

/** Encodings an export can be written in; GBK for old Chinese spreadsheets. */
export const exportEncodings = ["utf-8", "gbk"] as const;

export const recordExports = {
  csv: endpoint({
    id: "recordExports.csv",
    method: "GET",
    path: "/export/:kind.csv",
    allow: "account.export",
    summary:
      "All records of a kind that the caller may see, as CSV that Mainstay itself can import again",
    params: z.object({ kind: z.enum(recordKinds) }),
    query: z.object({
      encoding: z.enum(exportEncodings).default("utf-8"),
      from: day.optional(),
      to: day.optional(),
    }),
    response: nothing,
    download: "text/csv",
  }),
};
