import { randomBytes } from "node:crypto";
import type { inspections } from "@mainstay/contract/inspection";
import type { BodyOf } from "@mainstay/contract/endpoint/endpoint";
import {
  commitmentOf,
  populationAtMost,
  populationHash,
} from "@mainstay/domain/inspection/inspection-draw";
import { mayInspect } from "@mainstay/domain/inspection/inspection-policy";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { listPopulation } from "./population-queries.ts";

/**
 * 公布抽查 Announces an inspection: what it draws from is fixed and hashed, and a secret number is committed to by its hash. From here
 * on neither the inspector can choose the sample (number and population are bound by what is published) nor those inspected can know it
 * (the number is told with the draw). Both hashes stand in the audit's chain. Draws are numbered without gaps and never deleted.
 */
export const announceInspection = (
  context: Context,
  wanted: BodyOf<typeof inspections.announce>,
): Promise<string> =>
  context.write(async (tx) => {
    const { tenantId, actor, now, today, workspace } = context;
    if (!mayInspect(actor)) throw new AppError("inspection.needs_whole_view");
    const { population, from, to, sampleSize, isStratified } = wanted;
    if (to < from) throw refuseField("to", "too_small");
    if (to > today) throw refuseField("to", "too_big");
    const [departmentId, segment] = [wanted.departmentId ?? null, wanted.segment ?? null];
    const reader = { tenantId, timeZone: workspace.timeZone };
    const drawnFrom = { population, from, to, departmentId, segment };
    const rows = await listPopulation(tx, reader, drawnFrom, populationAtMost);
    if (rows.length === 0) throw new AppError("inspection.nothing_to_draw");
    if (rows.length > populationAtMost)
      throw new AppError("inspection.population_too_large", { most: populationAtMost });
    const inspectionId = newId();
    const announced = {
      inspectionId,
      population: rows.map(({ id }) => id),
      strata: isStratified ? rows.map(({ department_id }) => department_id ?? "") : [],
      sampleSize: Math.min(sampleSize, rows.length),
    };
    const nonce = randomBytes(32).toString("hex");
    const hashes = {
      populationSha256: populationHash(announced),
      commitmentSha256: commitmentOf(nonce),
    };
    // One after the other, so that no number is given twice and none is left out.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`inspection ${tenantId}`}, 0))`.execute(
      tx,
    );
    const { rows: counted } = await sql<{ next: number }>`
      select coalesce(max(number), 0)::int + 1 as next from inspection where tenant_id = ${tenantId}::uuid`.execute(
      tx,
    );
    const number = counted[0]?.next ?? 1;
    await tx
      .insertInto("inspection")
      .values({
        tenant_id: tenantId,
        id: inspectionId,
        number,
        population,
        from_on: from,
        to_on: to,
        department_id: departmentId,
        segment,
        is_stratified: isStratified,
        sample_size: announced.sampleSize,
        population_ids: announced.population,
        strata: announced.strata,
        population_sha256: hashes.populationSha256,
        commitment_sha256: hashes.commitmentSha256,
        nonce,
        announced_by: actor.userId,
        announced_at: now,
      })
      .execute();
    const subject = { kind: "inspection", id: inspectionId };
    const detail = {
      number,
      population,
      from,
      to,
      size: rows.length,
      sampleSize: announced.sampleSize,
    };
    await recordAudit(tx, context, "inspection.announced", subject, { ...detail, ...hashes });
    return inspectionId;
  });
