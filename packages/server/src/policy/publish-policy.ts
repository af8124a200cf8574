import type { PolicyView } from "@mainstay/contract/policy";
import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { sql } from "kysely";
import type { z } from "zod";
import { noStreaks } from "../evaluation/standing-columns.ts";
import { queueEvaluation } from "../evaluation/request-evaluation.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { type PlacedAccount, placeAccountsByPolicy } from "./place-accounts-by-policy.ts";
import { getPolicy, savePolicy } from "./policy-queries.ts";
import { demandUsableSettings } from "./simulate-policy.ts";

type Publication = { settings: EvaluationSettings; baseVersion: number; note: string };

/**
 * Moves every account to its segment and grade at once and keeps each move of segment with who, when and why; open proposals
 * are thereby decided, and the waits before a fall begin anew.
 */
const publishMoves = async (
  tx: Tx,
  context: Context,
  version: number,
  note: string,
  placed: readonly PlacedAccount[],
): Promise<number> => {
  const { tenantId, actor } = context;
  const moves = placed
    .filter(({ segment, askedSegment }) => segment !== askedSegment)
    .map(({ accountId, segment, askedSegment }) => ({
      id: newId(),
      account_id: accountId,
      from_segment: segment,
      to_segment: askedSegment,
    }));
  await sql`delete from segment_move where tenant_id = ${tenantId}::uuid and status = 'proposed'`.execute(
    tx,
  );
  await sql`
    insert into segment_move (tenant_id, id, account_id, from_segment, to_segment, status, reason, policy_version, decided_by, decided_at, note)
    select ${tenantId}::uuid, m.id, m.account_id, m.from_segment, m.to_segment, 'published',
      jsonb_build_object('code', 'segment.by_policy', 'params', jsonb_build_object('version', ${version}::int)),
      ${version}, ${actor.userId}::uuid, now(), ${note}
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m (id uuid, account_id uuid, from_segment text, to_segment text)`.execute(
    tx,
  );
  const moved = placed.filter(
    (one) => one.segment !== one.askedSegment || one.grade !== one.askedGrade,
  );
  const levels = moved.map((one) => ({
    account_id: one.accountId,
    segment: one.askedSegment,
    grade: one.askedGrade,
  }));
  await sql`
    update account_standing s set segment = m.segment, grade = m.grade, detail = s.detail || ${noStreaks}
    from jsonb_to_recordset(${JSON.stringify(levels)}::jsonb) as m (account_id uuid, segment text, grade text)
    where s.tenant_id = ${tenantId}::uuid and s.account_id = m.account_id`.execute(tx);
  await sql`
    update account_standing set proposed_segment = null
    where tenant_id = ${tenantId}::uuid and proposed_segment is not null`.execute(tx);
  return moves.length;
};

/**
 * Puts new settings in force. Refuses when somebody else published since the caller looked (`baseVersion`). Segments move
 * in the same transaction; figures that need orders follow with the evaluation this orders.
 */
export const publishPolicy = async (
  context: Context,
  { settings, baseVersion, note }: Publication,
): Promise<z.output<typeof PolicyView>> => {
  demandUsableSettings(settings, context.locale);
  return context.write(async (tx) => {
    const { tenantId, actor } = context;
    await sql`select pg_advisory_xact_lock(hashtextextended(${`policy:${tenantId}`}, 0))`.execute(
      tx,
    );
    const present = await getPolicy(tx, tenantId);
    if (present.version !== baseVersion)
      throw new AppError("policy.version_conflict", { version: present.version });
    const version = present.version + 1;
    await savePolicy(tx, tenantId, { version, settings, note, publishedBy: actor.userId });
    const moved = await publishMoves(
      tx,
      context,
      version,
      note,
      await placeAccountsByPolicy(tx, tenantId, settings),
    );
    await recordAudit(
      tx,
      context,
      "policy.published",
      { kind: "policy", id: String(version) },
      { moved, note },
    );
    await queueEvaluation(tx, tenantId, {
      trigger: "policy",
      asOf: context.today,
      requestedBy: actor.userId,
    });
    return getPolicy(tx, tenantId);
  });
};
