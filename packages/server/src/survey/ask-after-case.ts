import { drawKey } from "@mainstay/domain/survey/draw-key";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { invitePeople } from "./invite-people.ts";
import type { SurveyAuthor } from "./survey-author.ts";

/** Orders the question whether the customer of a case that was just closed is asked about it. */
export const enqueueAskAfterCase = (tx: Tx, tenantId: TenantId, caseId: string): Promise<void> =>
  enqueue(tx, "ask_after_case", { tenantId, caseId }, { jobKey: `ask-after-case:${caseId}` });

/**
 * Asks the person of a closed case in every running survey after cases, with the survey's probability: the case's own place
 * in the round's draw decides, so that asking again decides the same. The limits of asking hold.
 */
export const askAfterCase = async (
  tx: Tx,
  author: SurveyAuthor,
  caseId: string,
): Promise<string[]> => {
  const { tenantId } = author;
  const { rows } = await sql<{
    round_id: string;
    seed: string | number;
    probability: number | null;
    account_id: string;
    person_id: string;
  }>`
    select r.id as round_id, r.seed, (s.sampling ->> 'afterCaseProbability')::float8 as probability, c.account_id, c.person_id
    from service_case c
    join survey s on s.tenant_id = c.tenant_id and s.rhythm = 'after_case' and s.status = 'running'
    join survey_round r on r.tenant_id = s.tenant_id and r.survey_id = s.id and r.closed_at is null
    where c.tenant_id = ${tenantId}::uuid and c.id = ${caseId}::uuid and c.status = 'closed' and c.person_id is not null
    order by r.id`.execute(tx);
  const asked: string[] = [];
  for (const { round_id, seed, probability, account_id, person_id } of rows) {
    if (drawKey(Number(seed), caseId) >= (probability ?? 0)) continue;
    const { invitationIds } = await invitePeople(tx, author, round_id, [
      { personId: person_id, accountId: account_id, caseId },
    ]);
    asked.push(...invitationIds);
  }
  return asked;
};
