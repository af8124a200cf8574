import { drawOf, inspectionSeed } from "@mainstay/domain/inspection/inspection-draw";
import type { InspectionPopulation } from "@mainstay/domain/inspection/inspection-kind";
import { isIndependent, mayInspect } from "@mainstay/domain/inspection/inspection-policy";
import { permissions } from "@mainstay/domain/access/permission";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { type News, notifyAll } from "../notification/notify.ts";
import { readSubjects } from "./population-queries.ts";

interface Announced {
  number: number;
  population: InspectionPopulation;
  population_ids: string[];
  strata: string[];
  sample_size: number;
  nonce: string;
  drawn_at: Date | null;
}

/**
 * 抽取 Draws an announced inspection, once: the number committed to is told, the sample follows from it, and every drawn thing becomes a
 * call for an inspector who had no hand in it — whoever draws, else a colleague of the independent roles, else nobody yet.
 */
export const drawInspection = (context: Context, inspectionId: string): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    if (!mayInspect(actor)) throw new AppError("inspection.needs_whole_view");
    const { rows } = await sql<Announced>`
      select number, population, population_ids, strata, sample_size, nonce, drawn_at from inspection
      where tenant_id = ${tenantId}::uuid and id = ${inspectionId}::uuid for update`.execute(tx);
    const found = rows[0];
    if (!found) throw new AppError("inspection.not_found");
    if (found.drawn_at !== null) throw new AppError("inspection.already_drawn");
    const announced = {
      inspectionId,
      population: found.population_ids,
      strata: found.strata,
      sampleSize: found.sample_size,
    };
    const drawn = drawOf(announced, found.nonce);
    const seed = inspectionSeed(announced, found.nonce);
    await sql`update inspection set seed = ${seed}, drawn = ${drawn}::int[], drawn_by = ${actor.userId}::uuid, drawn_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${inspectionId}::uuid`.execute(tx);
    await giveItems(
      tx,
      context,
      inspectionId,
      found.population,
      drawn.map((place) => found.population_ids[place]!),
    );
    const subject = { kind: "inspection", id: inspectionId };
    await recordAudit(tx, context, "inspection.drawn", subject, {
      number: found.number,
      seed,
      drawn: drawn.length,
    });
  });

const giveItems = async (
  tx: Tx,
  { tenantId, actor }: Context,
  inspectionId: string,
  population: InspectionPopulation,
  ids: readonly string[],
): Promise<void> => {
  const subjects = await readSubjects(tx, tenantId, population, ids);
  const inspectors = [actor.userId, ...(await otherInspectors(tx, tenantId, actor.userId))];
  const items = ids.flatMap((id, i) => {
    const subject = subjects.get(id);
    if (!subject) return [];
    const involved = [...new Set(subject.involved)];
    return [
      {
        tenant_id: tenantId,
        id: newId(),
        inspection_id: inspectionId,
        position: i + 1,
        subject_kind: population === "solved_case" ? "case" : "interaction",
        subject_id: id,
        account_id: subject.account_id,
        department_id: subject.department_id,
        involved_user_ids: involved,
        inspector_user_id: inspectors.find((userId) => isIndependent(userId, involved)) ?? null,
      },
    ];
  });
  if (items.length > 0) await tx.insertInto("inspection_item").values(items).execute();
  await tellInspectors(
    tx,
    tenantId,
    inspectionId,
    items.flatMap(({ inspector_user_id }) => inspector_user_id ?? []),
  );
};

/** Every inspector hears how many calls became theirs; whoever drew sees it on the page they stand on. */
const tellInspectors = (
  tx: Tx,
  tenantId: Context["tenantId"],
  inspectionId: string,
  inspectors: readonly string[],
): Promise<void> =>
  notifyAll(
    tx,
    tenantId,
    [...new Set(inspectors)].map(
      (userId): News => ({
        userIds: [userId],
        kind: "inspection_given",
        subjectKind: "inspection",
        subjectId: inspectionId,
        accountId: null,
        reason: { params: { calls: inspectors.filter((id) => id === userId).length } },
        dedupeKey: `inspection_given:${inspectionId}`,
      }),
    ),
  );

/** Active colleagues of the independent roles who see every customer. */
const otherInspectors = async (tx: Tx, tenantId: string, but: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom("app_user")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("is_active", "=", true)
    .where("visibility", "=", "all")
    .where("role", "in", [...permissions["inspection.run"].roles])
    .where("id", "<>", but)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
};
