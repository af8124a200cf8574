import type { relationshipMaps } from "@mainstay/contract/relationship-map";
import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import { wouldMakeCycle } from "@mainstay/domain/person/reporting-line";
import { mapAbilities } from "@mainstay/domain/relationship-map/map-policy";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { findReportingJob, lockReportingLines, readReportingLines } from "./reporting-lines.ts";

type Answer = AnswerOf<typeof relationshipMaps.setSuperior>;

/** Says whom somebody reports to from today on; null for nobody. A circle of superiors is refused, also against a second writer. */
export const setSuperior = (
  context: Context,
  positionId: string,
  superiorPositionId: string | null,
): Promise<Answer> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const found = await findReportingJob(tx, tenantId, positionId);
    if (!found) throw new AppError("person.not_found");
    const accountId = found.account_id;
    const account = await findAccount(tx, tenantId, accountId);
    if (!account || !mapAbilities(actor, teamOf(account)).edit)
      throw new AppError("access.not_permitted");
    await lockReportingLines(tx, tenantId, accountId);
    const job = await findReportingJob(tx, tenantId, positionId);
    if (!job) throw new AppError("person.not_found");
    demandVersion(context, job.version);
    if (superiorPositionId !== null) {
      await demandSuperior(tx, context, accountId, superiorPositionId);
      const lines = await readReportingLines(tx, tenantId, accountId);
      if (wouldMakeCycle((id) => lines.get(id), positionId, superiorPositionId))
        throw new AppError("position.superior_cycle");
    }
    const isNew = superiorPositionId !== job.reports_to_id;
    const version = isNew ? job.version + 1 : job.version;
    if (isNew) {
      await tx
        .updateTable("position")
        .set({ reports_to_id: superiorPositionId, version, updated_at: now })
        .where("tenant_id", "=", tenantId)
        .where("id", "=", positionId)
        .execute();
      const subject = { kind: "person", id: job.person_id };
      const detail = { accountId, positionId, from: job.reports_to_id, to: superiorPositionId };
      await recordAudit(tx, context, "person.superior_set", subject, detail);
      await enqueueRelationshipRound(tx, tenantId, accountId);
    }
    return { positionId, version, personId: job.person_id, superiorPositionId };
  });

/** A superior must be in sight, at the same account, and still in the job. */
export const demandSuperior = async (
  db: Db,
  { tenantId, today }: Context,
  accountId: string,
  superiorPositionId: string,
): Promise<void> => {
  const superior = await findReportingJob(db, tenantId, superiorPositionId);
  if (!superior) throw new AppError("person.not_found");
  if (superior.account_id !== accountId) throw new AppError("position.superior_elsewhere");
  if (superior.ends_on !== null && superior.ends_on <= today)
    throw new AppError("position.superior_left");
};
