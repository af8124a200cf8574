import type { RoundFigures } from "@mainstay/contract/survey-round";
import { type InvitationStatus, invitationStatuses } from "@mainstay/domain/survey/survey-kind";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

interface Row {
  id: string;
  survey_id: string;
  number: number;
  opened_on: string;
  closes_on: string;
  closed_at: Date | null;
  is_anonymous: boolean;
  eligible: number;
  counts: Partial<Record<InvitationStatus, number>> | null;
  walk_ins: number;
}

/** Askings that reached somebody: the ground of every response rate. */
export const reachedStatuses = ["sent", "opened", "answered", "declined"] as const;

/** How rounds stand, newest first; invitations are those in the reader's sight. */
export const listRoundFigures = async (
  db: Db,
  tenantId: string,
  which: RawBuilder<boolean>,
): Promise<(RoundFigures & { surveyId: string })[]> => {
  const { rows } = await sql<Row>`
    with wanted as (select r.* from survey_round r where r.tenant_id = ${tenantId}::uuid and ${which})
    select r.id, r.survey_id, r.number, r.opened_on, r.closes_on, r.closed_at, r.is_anonymous, r.eligible,
      (select jsonb_object_agg(status, n) from (select i.status, count(*)::int as n from survey_invitation i
        where i.tenant_id = r.tenant_id and i.round_id = r.id group by i.status) as counted) as counts,
      coalesce((select sum(w.answers - w.suspects)::int from survey_walk_in w
        join public_link l on l.tenant_id = w.tenant_id and l.id = w.link_id
        where w.tenant_id = r.tenant_id and l.subject_id = r.id and l.purpose = 'survey_walk_in'), 0) as walk_ins
    from wanted r order by r.opened_on desc, r.number desc`.execute(db);
  return rows.map((row) => ({ surveyId: row.survey_id, ...toFigures(row) }));
};

const toFigures = (row: Row): RoundFigures => {
  const counts = Object.fromEntries(
    invitationStatuses.map((status) => [status, row.counts?.[status] ?? 0]),
  ) as Record<InvitationStatus, number>;
  const asked = reachedStatuses.reduce((sum, status) => sum + counts[status], 0);
  return {
    id: row.id,
    number: row.number,
    openedOn: row.opened_on,
    closesOn: row.closes_on,
    closedAt: row.closed_at?.toISOString() ?? null,
    isAnonymous: row.is_anonymous,
    eligible: row.eligible,
    counts,
    asked,
    answered: counts.answered,
    responseRate: asked === 0 ? null : counts.answered / asked,
    walkIns: row.walk_ins,
  };
};
