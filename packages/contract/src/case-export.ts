import { z } from "zod";
import { caseFilter, caseOrders } from "./case-filter.ts";
import { endpoint } from "./endpoint/endpoint.ts";
import { nothing } from "./endpoint/wire.ts";
import { exportEncodings } from "./record-export.ts";

export const caseExports = {
  file: endpoint({
    id: "cases.export",
    method: "GET",
    path: "/cases/export",
    allow: "account.export",
    summary: "The cases as they are filtered, as CSV or XLSX, in the list's own order",
    query: z.object({
      ...caseFilter,
      order: z.enum(caseOrders).default("urgency"),
      format: z.enum(["csv", "xlsx"]).default("csv"),
      encoding: z.enum(exportEncodings).default("utf-8"),
    }),
    response: nothing,
    download: "text/csv",
  }),
};
