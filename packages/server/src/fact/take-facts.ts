import type { FactBasis } from "@mainstay/domain/fact/fact-basis";
import { type FactKind, factRules } from "@mainstay/domain/fact/fact-kind";
import { mayEnterFact } from "@mainstay/domain/fact/may-enter-fact";
import { readFactValue } from "@mainstay/domain/fact/read-fact-value";
import type { ReadRecord } from "@mainstay/domain/import/read-record";
import { sql } from "kysely";
import {
  type ChunkOutcome,
  type ChunkWork,
  type PlacedRow,
  refusedAt,
} from "../import/chunk-work.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { findAssessments } from "./fact-papers.ts";
import { consentOfRow, findPersonsOfFile, personOfRow } from "./facts-in-file.ts";
import { factRow, settlePrompt } from "./keep-fact.ts";

const textOf = (row: ReadRecord, field: string): string | null => {
  const value = row.values[field];
  return value === null || value === undefined || value === "" ? null : String(value);
};

/**
 * Takes facts about people over, each by the very rules of entry by hand: person, value, consent, assessment, retention.
 * What one of them refuses is refused with its line, and the others go on. Sensitive values are sealed at once.
 */
export const takeFacts = async (
  work: ChunkWork,
  rows: readonly PlacedRow<ReadRecord>[],
): Promise<ChunkOutcome> => {
  const { tx, scope } = work;
  const { tenantId, batchId, actorUserId } = scope;
  const { rows: tenants } = await sql<{ today: string; time_zone: string }>`
    select (now() at time zone time_zone)::date as today, time_zone from tenant where id = ${tenantId}::uuid`.execute(
    tx,
  );
  const { today = "", time_zone: timeZone = "Asia/Shanghai" } = tenants[0] ?? {};
  const persons = await findPersonsOfFile(
    tx,
    { tenantId, timeZone },
    {
      numbers: rows.flatMap(({ row }) => textOf(row, "personNumber") ?? []),
      names: rows.flatMap(({ row }) => textOf(row, "person") ?? []),
    },
  );
  const assessments = await findAssessments(tx, tenantId);
  const author = { tenantId, actor: actorUserId ? { userId: actorUserId } : null, requestId: null };
  const outcome: ChunkOutcome & { created: number } = { refused: [], created: 0, updated: 0 };
  for (const { line, row } of rows) {
    const refuse = (code: "person_unknown" | "person_ambiguous" | "fact_unreadable") =>
      outcome.refused.push(refusedAt(line, { refused: code, params: {} }));
    const kind = row.values["factKind"] as FactKind;
    const person = personOfRow(persons, {
      name: textOf(row, "person") ?? "",
      number: textOf(row, "personNumber"),
      customer: textOf(row, "customer"),
    });
    if (typeof person === "string") {
      refuse(person);
      continue;
    }
    const value = readFactValue(kind, textOf(row, "value") ?? "");
    if (value === null) {
      refuse("fact_unreadable");
      continue;
    }
    const basis = row.values["basis"] as FactBasis;
    const named = { consentId: textOf(row, "consentId"), purpose: textOf(row, "purpose") ?? "" };
    const consent = basis === "consent" ? consentOfRow(person, kind, named, today) : null;
    const wanted = {
      kind,
      value,
      basis,
      purpose: named.purpose || consent?.purpose || "",
      source: textOf(row, "source") ?? "",
      consentId: consent?.id ?? null,
      verifiedOn: textOf(row, "verifiedOn") ?? today,
      occasionOn: textOf(row, "occasionOn"),
      expiresOn: textOf(row, "expiresOn"),
    };
    const assessmentId = assessments.get(kind) ?? null;
    const answer = mayEnterFact(wanted, {
      today,
      person,
      isHeld: person.held.has(kind),
      consent,
      isAssessed: assessmentId !== null,
    });
    if ("refusal" in answer) {
      outcome.refused.push(
        refusedAt(line, { refused: "fact_refused", params: { why: answer.refusal } }),
      );
      continue;
    }
    const factId = newId();
    await tx
      .insertInto("fact")
      .values({
        tenant_id: tenantId,
        id: factId,
        person_id: person.id,
        ...factRow(work.keyRing, { tenantId, factId, assessmentId }, wanted, answer.expiresOn),
        collected_by: actorUserId,
        collected_on: today,
        batch_id: batchId,
      })
      .execute();
    await settlePrompt(tx, tenantId, person.id, kind);
    person.held.add(kind);
    outcome.created += 1;
    if (work.isTrial) continue;
    const subject = { kind: "fact", id: factId };
    const detail = { personId: person.id, kind, class: factRules[kind].class, basis, batchId };
    await recordAudit(tx, author, "fact.entered", subject, detail);
  }
  return outcome;
};
