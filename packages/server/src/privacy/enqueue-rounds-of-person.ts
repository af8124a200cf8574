import type { Tx } from "../platform/db/database-handles.ts";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";

/** Orders the measures and the cycle anew of every account where the person has or had a job. */
export const enqueueRoundsOfPerson = async (
  tx: Tx,
  tenantId: string,
  personId: string,
): Promise<void> => {
  const jobs = await tx
    .selectFrom("position")
    .select("account_id")
    .distinct()
    .where("tenant_id", "=", tenantId)
    .where("person_id", "=", personId)
    .execute();
  for (const { account_id } of jobs) {
    await enqueueRelationshipRound(tx, tenantId, account_id);
    await enqueueCycleRound(tx, tenantId, account_id);
  }
};
