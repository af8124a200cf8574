import { invitationWords } from "@mainstay/phrases/survey/invitation-words";
import { wordsIn } from "@mainstay/domain/survey/frozen-question";
import { writeXlsxStream } from "hucre/xlsx";
import { demandExportApproval } from "../approval/ask-access.ts";
import { harmlessCell } from "../import/csv-line.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db } from "../platform/db/database-handles.ts";
import type { Outlet } from "../platform/http/serve-download.ts";
import { listInvitations } from "./list-invitations.ts";
import { getRoundView } from "./round-view.ts";

const pageLength = 200;
const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function* rowsOf(db: Db, context: Context, roundId: string): AsyncGenerator<string[]> {
  const words = invitationWords[context.locale];
  let cursor: string | undefined;
  do {
    const page = await listInvitations(db, context.tenantId, roundId, {
      cursor,
      limit: pageLength,
    });
    for (const row of page.items)
      yield [
        row.account.name,
        row.person?.name ?? "",
        words.status[row.status],
        row.plannedOn,
        row.sentAt?.slice(0, 10) ?? "",
        row.answeredOn ?? "",
        String(row.reminders),
      ].map(harmlessCell);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

/** Who was asked and how each asking stands, as a workbook: no links, no answers. On record before the first byte leaves. */
export const exportInvitations = async (
  context: Context,
  roundId: string,
  outlet: Outlet,
): Promise<void> => {
  const { actor, tenantId, locale } = context;
  const title = await context.write(async (tx) => {
    const round = await getRoundView(tx, actor, roundId);
    await demandExportApproval(tx, context, "people", async () => {
      const { total } = await listInvitations(tx, tenantId, roundId, { limit: 1 });
      return total;
    });
    const subject = { kind: "survey_round", id: roundId };
    await recordAudit(tx, context, "survey_round.exported", subject);
    return `${wordsIn(round.survey.title, locale === "en" ? "en" : "zh")}-${round.number}`;
  });
  await context.read(async (db) => {
    outlet.begin({ fileName: `${title}.xlsx`, mediaType });
    const columns = invitationWords[locale].headers.map((header) => ({ header }));
    const stream = writeXlsxStream(rowsOf(db, context, roundId), { name: "invitations", columns });
    for await (const chunk of stream) await outlet.write(chunk);
  });
};
