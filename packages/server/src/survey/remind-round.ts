import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findMailSetting } from "../mail/mail-setting-queries.ts";
import { demandOpenRound } from "./survey-link.ts";
import { writeReminders } from "./write-invitations.ts";

/** Reminds everybody who was reached and has not answered; who had enough reminders, or one today, is left out. */
export const remindRound = (
  context: Context,
  roundId: string,
): Promise<{ reminded: number; leftOut: number }> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    await demandOpenRound(tx, tenantId, roundId);
    const mail = await findMailSetting(tx, tenantId);
    if (!mail?.isEnabled) throw new AppError("mail.not_set_up");
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from survey_invitation
      where tenant_id = ${tenantId}::uuid and round_id = ${roundId}::uuid and status in ('sent', 'opened')`.execute(
      tx,
    );
    const reminded = await writeReminders(tx, context, roundId);
    const subject = { kind: "survey_round", id: roundId };
    await recordAudit(tx, context, "survey_round.reminded", subject, { reminded });
    return { reminded, leftOut: (rows[0]?.n ?? 0) - reminded };
  });
