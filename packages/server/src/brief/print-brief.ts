import type { briefs } from "@mainstay/contract/brief";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Outlet } from "../platform/http/serve-download.ts";
import { makePdf } from "../platform/pdf/make-pdf.ts";
import { briefPaper } from "./brief-paper.ts";
import { readBrief } from "./brief-screen.ts";

type Query = z.output<NonNullable<typeof briefs.print.query>>;

/** The brief on paper: it leaves the house, so who took it and for whom is on record. */
export const printBrief = async (
  context: Context,
  accountId: string,
  query: Query,
  outlet: Outlet,
): Promise<void> => {
  const brief = await context.write(async (tx) => {
    const found = await readBrief(tx, context, accountId, query);
    await recordAudit(
      tx,
      context,
      "brief.printed",
      { kind: "account", id: accountId },
      { people: found.people.map(({ personId }) => personId) },
    );
    return found;
  });
  const paper = briefPaper(brief, context.locale, context.workspace.amountUnit);
  const pdf = await makePdf(paper);
  outlet.begin({ fileName: `${paper.title}.pdf` });
  await outlet.write(pdf);
};
