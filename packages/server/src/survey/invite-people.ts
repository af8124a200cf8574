import { type LeftOutReason, whyNotAsked } from "@mainstay/domain/survey/draw-sample";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { enqueueSurveys } from "./enqueue-surveys.ts";
import { insertInvitations, type Invited } from "./insert-invitations.ts";
import { holdAsking, loadSampleCandidates } from "./sample-candidates.ts";
import type { SurveyAuthor } from "./survey-author.ts";
import { demandOpenRound } from "./survey-link.ts";
import { readSurveySetting } from "./survey-setting.ts";

export interface NotInvited {
  readonly personId: string;
  readonly because: LeftOutReason | "already_asked" | "not_there";
}

/**
 * Plans askings of these people in an open round, each held to the limits of asking over all surveys. Somebody without an
 * address is taken: their link is passed on by hand. Who may not be asked is named with the reason; `caseId` says what a
 * survey after a case asks about.
 */
export const invitePeople = async (
  tx: Tx,
  author: SurveyAuthor,
  roundId: string,
  people: readonly Invited[],
): Promise<{ invitationIds: string[]; leftOut: NotInvited[] }> => {
  const { tenantId, today } = author;
  await holdAsking(tx, tenantId);
  const limits = await readSurveySetting(tx, tenantId);
  const ids = people.map(({ personId }) => personId);
  // Askings at accounts out of sight count as well.
  const candidates = await seeingAll(tx, () =>
    loadSampleCandidates(tx, tenantId, today, sql<boolean>`p.person_id = any(${ids}::uuid[])`),
  );
  const { rows } = await sql<{ person_id: string }>`select person_id from survey_invitation
    where tenant_id = ${tenantId}::uuid and round_id = ${roundId}::uuid and person_id = any(${ids}::uuid[])`.execute(
    tx,
  );
  const asked = new Set(rows.map(({ person_id }) => person_id));
  const leftOut: NotInvited[] = [];
  const taken: Invited[] = [];
  for (const one of people) {
    const { personId, accountId } = one;
    const candidate = candidates.find(
      (other) => other.personId === personId && other.accountId === accountId,
    );
    const because = !candidate
      ? "not_there"
      : asked.has(personId)
        ? "already_asked"
        : whyNotAsked({ ...candidate, hasAddress: true }, limits, today);
    if (because) leftOut.push({ personId, because });
    else {
      asked.add(personId);
      taken.push(one);
    }
  }
  const invitationIds = await insertInvitations(tx, author, roundId, taken);
  if (invitationIds.length > 0) await enqueueSurveys(tx, tenantId);
  return { invitationIds, leftOut };
};

/** Asks people besides the sample, by hand; accounts out of sight are not there. */
export const inviteByHand = (
  context: Context,
  roundId: string,
  people: readonly Invited[],
): Promise<{ invited: number; leftOut: NotInvited[] }> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    await demandOpenRound(tx, tenantId, roundId);
    const { rows } = await sql<{
      id: string;
    }>`select id from account where tenant_id = ${tenantId}::uuid
      and id = any(${people.map(({ accountId }) => accountId)}::uuid[])`.execute(tx);
    const seen = new Set(rows.map(({ id }) => id));
    const [mine, others] = [
      people.filter(({ accountId }) => seen.has(accountId)),
      people.filter(({ accountId }) => !seen.has(accountId)),
    ];
    const { invitationIds, leftOut } = await invitePeople(tx, context, roundId, mine);
    const subject = { kind: "survey_round", id: roundId };
    await recordAudit(tx, context, "survey_round.people_added", subject, {
      invited: invitationIds.length,
    });
    return {
      invited: invitationIds.length,
      leftOut: [
        ...leftOut,
        ...others.map(({ personId }) => ({ personId, because: "not_there" as const })),
      ],
    };
  });
