import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { nothing } from "./endpoint/wire.ts";
import { personFilter } from "./person-list.ts";
import { exportEncodings } from "./record-export.ts";

export const personExports = {
  file: endpoint({
    id: "people.export",
    method: "GET",
    path: "/people/export",
    allow: "account.export",
    summary: "The list as it is filtered, with every job, as CSV or XLSX; business facts only",
    query: z.object({
      ...personFilter,
      format: z.enum(["csv", "xlsx"]).default("csv"),
      encoding: z.enum(exportEncodings).default("utf-8"),
    }),
    response: nothing,
    download: "text/csv",
  }),
};
