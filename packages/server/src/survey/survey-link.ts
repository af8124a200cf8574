import { graceDays } from "@mainstay/domain/survey/sampling-rule";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { toString as drawQr } from "qrcode";
import { zonedInstant } from "../calendar-feed/zoned-instant.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { readTimeZone } from "../platform/clock/workspace-today.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { makePublicLink } from "../public-link/make-public-link.ts";
import { daysAfter } from "./open-round.ts";

export interface MadeLink {
  readonly url: string;
  readonly qrSvg: string;
  readonly expiresAt: string;
}

/** When a link to a round opens no more: a while after its last day, so that until then it says that the round is over. */
export const linkExpiry = async (db: Db, tenantId: TenantId, closesOn: string): Promise<Date> =>
  zonedInstant(await readTimeZone(db, tenantId), daysAfter(closesOn, graceDays + 1), 0);

/** The open round, or a refusal: `survey.round_not_found`, `survey.round_closed`. */
export const demandOpenRound = async (
  db: Db,
  tenantId: string,
  roundId: string,
): Promise<{ surveyId: string; closesOn: string }> => {
  const row = await db
    .selectFrom("survey_round")
    .select(["survey_id", "closes_on", "closed_at"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", roundId)
    .executeTakeFirst();
  if (!row) throw new AppError("survey.round_not_found");
  if (row.closed_at !== null) throw new AppError("survey.round_closed");
  return { surveyId: row.survey_id, closesOn: row.closes_on };
};

/** A link and QR code anybody may answer by until the round closes; its answers are counted apart and have no rate. */
export const makeWalkInLink = (context: Context, roundId: string): Promise<MadeLink> =>
  context.write(async (tx) => {
    const { closesOn } = await demandOpenRound(tx, context.tenantId, roundId);
    const subject = { kind: "survey_round", id: roundId };
    await recordAudit(tx, context, "survey_round.walk_in_link_made", subject);
    return present(tx, context, closesOn, {
      purpose: "survey_walk_in",
      subjectId: roundId,
      accountId: null,
      personId: null,
    });
  });

/** A link for one person who was asked, to pass on by hand; their asking counts as sent. */
export const makeInvitationLink = (context: Context, invitationId: string): Promise<MadeLink> =>
  context.write(async (tx) => {
    const { tenantId, now } = context;
    const { rows } = await sql<{
      round_id: string;
      account_id: string;
      person_id: string | null;
      status: string;
    }>`
      select round_id, account_id, person_id, status from survey_invitation
      where tenant_id = ${tenantId}::uuid and id = ${invitationId}::uuid for update`.execute(tx);
    const found = rows[0];
    if (!found) throw new AppError("survey.invitation_not_found");
    const { closesOn } = await demandOpenRound(tx, tenantId, found.round_id);
    if (found.status === "dropped") throw new AppError("survey.not_allowed_now");
    await sql`update survey_invitation set status = 'sent', sent_at = coalesce(sent_at, ${now})
      where tenant_id = ${tenantId}::uuid and id = ${invitationId}::uuid and status in ('planned', 'bounced')`.execute(
      tx,
    );
    const subject = { kind: "survey_invitation", id: invitationId };
    await recordAudit(tx, context, "survey_invitation.link_made", subject, {
      accountId: found.account_id,
    });
    return present(tx, context, closesOn, {
      purpose: "survey_answer",
      subjectId: invitationId,
      accountId: found.account_id,
      personId: found.person_id,
    });
  });

const present = async (
  tx: Tx,
  context: Context,
  closesOn: string,
  link: {
    purpose: "survey_answer" | "survey_walk_in";
    subjectId: string;
    accountId: string | null;
    personId: string | null;
  },
): Promise<MadeLink> => {
  const expiresAt = await linkExpiry(tx, context.tenantId, closesOn);
  const { path } = await makePublicLink(tx, context.tenantId, {
    ...link,
    expiresAt,
    createdBy: context.actor.userId,
  });
  const url = `${context.origin}${path}`;
  const qrSvg = await drawQr(url, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return { url, qrSvg, expiresAt: expiresAt.toISOString() };
};
