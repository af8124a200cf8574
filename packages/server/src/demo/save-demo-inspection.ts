import { createHash } from "node:crypto";
import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import {
  commitmentOf,
  drawOf,
  inspectionSeed,
  populationAtMost,
  populationHash,
} from "@mainstay/domain/inspection/inspection-draw";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { zonedInstant } from "../calendar-feed/zoned-instant.ts";
import { listPopulation, readSubjects } from "../inspection/population-queries.ts";
import { newId } from "../platform/clock/new-id.ts";
import { readTimeZone } from "../platform/clock/workspace-today.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** What twelve customers said: score (null: not reached), whether our record was true, words. */
const answers: readonly (readonly [number | null, boolean | null, string])[] = [
  [5, true, "拜访及时，问题当场答复。"],
  [4, true, ""],
  [4, true, "希望下次带上备件清单。"],
  [null, null, "三次均无人接听。"],
  [5, true, ""],
  [3, true, "来过，但时间比较短。"],
  [4, true, "培训内容实用。"],
  [2, false, "记录上写了交付培训材料，实际没有收到。"],
  [5, true, ""],
  [4, null, "时间久了，细节记不清。"],
  [null, null, "号码已停用。"],
  [5, true, "很满意。"],
];

/** The quarter before the day: its first and its last day. */
const lastQuarter = (day: DayNumber): { from: string; to: string } => {
  const today = isoFromDayNumber(day);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const first = Math.floor((month - 1) / 3) * 3;
  const iso = (at: Date) => at.toISOString().slice(0, 10);
  return {
    from: iso(new Date(Date.UTC(year, first - 3, 1))),
    to: iso(new Date(Date.UTC(year, first, 0))),
  };
};

/**
 * For the demo: last quarter's visits were inspected by an analyst of ours, truly drawn, so that its page recomputes it and finds
 * it equal. Nothing where no visit was logged in that quarter.
 */
export const saveDemoInspection = async (
  tx: Tx,
  tenantId: TenantId,
  day: DayNumber,
): Promise<void> => {
  const { from, to } = lastQuarter(day);
  const timeZone = await readTimeZone(tx, tenantId);
  const drawnFrom = { population: "visit", from, to, departmentId: null, segment: null } as const;
  const rows = await listPopulation(tx, { tenantId, timeZone }, drawnFrom, populationAtMost);
  if (rows.length === 0) return;
  const inspector = newId();
  await tx
    .insertInto("app_user")
    .values({
      tenant_id: tenantId,
      id: inspector,
      email: "demo-inspector@demo.invalid",
      name: "林静（演示）",
      role: "analyst",
      visibility: "all",
    })
    .execute();
  const inspectionId = newId();
  const announced = {
    inspectionId,
    population: rows.map(({ id }) => id),
    strata: rows.map(({ department_id }) => department_id ?? ""),
    sampleSize: Math.min(answers.length, rows.length),
  };
  const nonce = createHash("sha256").update(`demo ${tenantId} ${from}`).digest("hex");
  const drawn = drawOf(announced, nonce);
  const at = (daysAfter: number, minute: number) =>
    zonedInstant(timeZone, isoFromDayNumber(quarterEnd(to) + daysAfter), minute);
  await tx
    .insertInto("inspection")
    .values({
      tenant_id: tenantId,
      id: inspectionId,
      number: 1,
      population: "visit",
      from_on: from,
      to_on: to,
      is_stratified: true,
      sample_size: announced.sampleSize,
      population_ids: announced.population,
      strata: announced.strata,
      population_sha256: populationHash(announced),
      commitment_sha256: commitmentOf(nonce),
      nonce,
      announced_by: inspector,
      announced_at: at(2, 9 * 60),
      seed: inspectionSeed(announced, nonce),
      drawn,
      drawn_by: inspector,
      drawn_at: at(2, 9 * 60 + 5),
    })
    .execute();
  const ids = drawn.map((place) => announced.population[place]!);
  const subjects = await readSubjects(tx, tenantId, "visit", ids);
  for (const [i, id] of ids.entries()) {
    const subject = subjects.get(id);
    const [score, recordTrue, words] = answers[i]!;
    if (!subject) continue;
    const item = { tenant_id: tenantId, account_id: subject.account_id };
    const itemId = newId();
    await tx
      .insertInto("inspection_item")
      .values({
        ...item,
        id: itemId,
        inspection_id: inspectionId,
        position: i + 1,
        subject_kind: "interaction",
        subject_id: id,
        department_id: subject.department_id,
        involved_user_ids: [...new Set(subject.involved)],
        inspector_user_id: inspector,
        status: score === null ? "unreachable" : "done",
      })
      .execute();
    const call = (nth: number) => ({
      ...item,
      id: newId(),
      inspection_item_id: itemId,
      called_by: inspector,
      called_at: at(3 + nth, 10 * 60 + i * 12),
      outcome: score === null ? "not_reached" : "reached",
      score,
      record_true: recordTrue,
      words: nth === 2 || score !== null ? words : "",
    });
    const calls = score === null ? [0, 1, 2] : [0];
    await tx.insertInto("call_back").values(calls.map(call)).execute();
  }
};

const quarterEnd = (to: string): DayNumber => Math.floor(Date.parse(to) / 86_400_000);
