import { formatInstant } from "@mainstay/phrases/format/format-day";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Outlet } from "../platform/http/serve-download.ts";
import { paperPdf } from "../platform/paper/paper-pdf.ts";
import { findUserName } from "../user/user-name.ts";
import { packPaper } from "./pack-paper.ts";
import { readPack } from "./pack-screen.ts";

/** The pack on paper: it leaves the house, so who took it is on record, with the hash of what it said. */
export const printPack = async (
  context: Context,
  handoverId: string,
  outlet: Outlet,
): Promise<void> => {
  const { tenantId, actor, workspace, locale, now } = context;
  const { pack, madeBy } = await context.write(async (tx) => {
    const read = await readPack(tx, context, handoverId);
    await recordAudit(
      tx,
      context,
      "handover.pack_printed",
      { kind: "handover", id: handoverId },
      { accountId: read.account.id, packSha256: read.sha256 },
    );
    return { pack: read, madeBy: await findUserName(tx, tenantId, actor.userId) };
  });
  const paper = packPaper(pack, {
    locale,
    amountUnit: workspace.amountUnit,
    madeBy,
    madeAt: formatInstant(now.toISOString(), workspace.timeZone),
  });
  const pdf = await paperPdf(paper);
  outlet.begin({ fileName: `${paper.title}.pdf` });
  await outlet.write(pdf);
};
