import type { ChangeDetail, requirementChanges } from "@mainstay/contract/requirement-change";
import { sql } from "kysely";
import type { z } from "zod";
import { notify } from "../notification/notify.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { calendarDayIn } from "../platform/clock/clock.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { takeSignedPaper } from "./signed-paper.ts";
import { type ChangeDeed, workOnChange } from "./work-on-change.ts";

/** Refuses a version that is not the newest any more: what somebody signed would not be what holds. */
const demandNewest = (change: ChangeDetail, number: number): void => {
  if (number !== change.newest.number)
    throw new AppError("requirement_change.not_newest", { number, newest: change.newest.number });
};

/** When the other side has confirmed the same version already: locked, recorded and told to all concerned. */
const lockWhenBoth = async (tx: Tx, context: Context, change: ChangeDetail): Promise<void> => {
  if (change.newest.confirmations.length === 0) return;
  const { tenantId, now } = context;
  const { id, account, newest } = change;
  await sql`update requirement_change set status = 'confirmed', confirmed_at = ${now}, closed_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${id}::uuid`.execute(tx);
  await recordAudit(
    tx,
    context,
    "requirement_change.confirmed",
    { kind: "requirement_change", id },
    { accountId: account.id, number: newest.number, contentSha256: newest.contentSha256 },
  );
  const { rows } = await sql<{ user_id: string | null }>`
    select unnest(array[a.manager_user_id, a.backup_user_id, a.sponsor_user_id, c.created_by]) as user_id
    from requirement_change c join account a on a.tenant_id = c.tenant_id and a.id = c.account_id
    where c.tenant_id = ${tenantId}::uuid and c.id = ${id}::uuid`.execute(tx);
  await notify(tx, tenantId, {
    userIds: [...new Set(rows.flatMap(({ user_id }) => user_id ?? []))],
    kind: "requirement_change_confirmed",
    subjectKind: "requirement_change",
    subjectId: id,
    accountId: account.id,
    reason: { code: "notification.requirement_change_confirmed", params: {} },
    dedupeKey: `requirement_change_confirmed:${id}:${newest.number}`,
  });
};

/** 我方确认 One of us who did not make the version confirms it for our side. */
export const confirmOurs = (
  context: Context,
  changeId: string,
  number: number,
): Promise<ChangeDetail> =>
  workOnChange(context, changeId, "confirmOurs", async (tx, change): Promise<ChangeDeed> => {
    const { tenantId, actor, now, today } = context;
    demandNewest(change, number);
    const { contentSha256 } = change.newest;
    await sql`
      insert into requirement_change_confirmation (tenant_id, change_id, number, side, method, user_id, signed_on, content_sha256,
        recorded_by, recorded_at)
      values (${tenantId}::uuid, ${changeId}::uuid, ${number}, 'ours', 'signed_in', ${actor.userId}::uuid, ${today}::date,
        ${contentSha256}, ${actor.userId}::uuid, ${now})`.execute(tx);
    await lockWhenBoth(tx, context, change);
    return { done: "confirmed_by_us", detail: { number, contentSha256 } };
  });

type Theirs = z.output<NonNullable<typeof requirementChanges.confirmTheirs.body>>;

/** 客户签署 A person of theirs signed the newest version on paper; the paper, its hash and the time are kept. */
export const confirmTheirs = (
  context: Context,
  changeId: string,
  { number, personId, signedOn, paperFileId }: Theirs,
): Promise<ChangeDetail> =>
  workOnChange(context, changeId, "confirmTheirs", async (tx, change): Promise<ChangeDeed> => {
    const { tenantId, actor, now, today, workspace } = context;
    demandNewest(change, number);
    if (signedOn > today) throw new AppError("requirement_change.in_future", { today });
    const sentOn = calendarDayIn(workspace.timeZone, new Date(change.sentAt ?? now));
    if (signedOn < sentOn) throw new AppError("requirement_change.signed_before_sent", { sentOn });
    const { rows } =
      await sql`select 1 from position o join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
      where o.tenant_id = ${tenantId}::uuid and o.account_id = ${change.account.id}::uuid and o.person_id = ${personId}::uuid
      limit 1`.execute(tx);
    if (rows.length === 0) throw new AppError("person.not_found");
    const paperSha256 = await takeSignedPaper(tx, context, paperFileId);
    const { contentSha256 } = change.newest;
    await sql`
      insert into requirement_change_confirmation (tenant_id, change_id, number, side, method, person_id, paper_file_id,
        paper_sha256, signed_on, content_sha256, recorded_by, recorded_at)
      values (${tenantId}::uuid, ${changeId}::uuid, ${number}, 'theirs', 'uploaded_paper', ${personId}::uuid,
        ${paperFileId}::uuid, ${paperSha256}, ${signedOn}::date, ${contentSha256}, ${actor.userId}::uuid, ${now})`.execute(
      tx,
    );
    await lockWhenBoth(tx, context, change);
    return {
      done: "confirmed_by_them",
      detail: { number, personId, paperSha256, contentSha256 },
    };
  });
