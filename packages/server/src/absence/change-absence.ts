import type { AbsenceView } from "@mainstay/contract/approval";
import { mayDecideApprovals } from "@mainstay/domain/approval/approver-role";
import type { UserRole } from "@mainstay/domain/user/user-role";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";

interface AbsenceDraft {
  readonly delegateUserId: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly note: string;
}

const select = async (
  db: Db,
  tenantId: string,
  condition: RawBuilder<unknown>,
): Promise<AbsenceView[]> => {
  const { rows } = await sql<AbsenceView>`
    select b.id, jsonb_build_object('id', u.id, 'name', u.name) as user,
      jsonb_build_object('id', d.id, 'name', d.name) as delegate, b.from_on as "fromOn", b.to_on as "toOn", b.note
    from absence b join app_user u on u.tenant_id = b.tenant_id and u.id = b.user_id
    join app_user d on d.tenant_id = b.tenant_id and d.id = b.delegate_user_id
    where b.tenant_id = ${tenantId}::uuid and ${condition} order by b.from_on, b.id`.execute(db);
  return rows;
};

/** One's own absences from today on, and those of whoever one stands in for. */
export const listAbsences = async (
  db: Db,
  { tenantId, actor, today }: Pick<Context, "tenantId" | "actor" | "today">,
): Promise<{ mine: AbsenceView[]; standingInFor: AbsenceView[] }> => {
  const ahead = sql`b.to_on >= ${today}::date`;
  return {
    mine: await select(db, tenantId, sql`b.user_id = ${actor.userId}::uuid and ${ahead}`),
    standingInFor: await select(
      db,
      tenantId,
      sql`b.delegate_user_id = ${actor.userId}::uuid and ${ahead}`,
    ),
  };
};

/** Ends in the past or before it begins: refused. The stand-in must be there and may approve; one absence at a time. */
const checkAbsence = async (tx: Tx, context: Context, draft: AbsenceDraft, own: string | null) => {
  const { tenantId, actor, today } = context;
  if (draft.toOn < draft.fromOn || draft.toOn < today) throw refuseField("toOn", "too_small");
  const delegate = await tx
    .selectFrom("app_user")
    .select(["role", "is_active"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", draft.delegateUserId)
    .executeTakeFirst();
  const isFit = delegate?.is_active && mayDecideApprovals(delegate.role as UserRole);
  if (!isFit || draft.delegateUserId === actor.userId)
    throw new AppError("absence.delegate_not_found");
  await sql`select pg_advisory_xact_lock(hashtextextended(${`absence:${actor.userId}`}, 0))`.execute(
    tx,
  );
  const { rows } = await sql`
    select 1 from absence where tenant_id = ${tenantId}::uuid and user_id = ${actor.userId}::uuid
      and from_on <= ${draft.toOn}::date and to_on >= ${draft.fromOn}::date
      and id is distinct from ${own}::uuid`.execute(tx);
  if (rows.length > 0) throw new AppError("absence.overlapping");
};

const columnsOf = (draft: AbsenceDraft) => ({
  delegate_user_id: draft.delegateUserId,
  from_on: draft.fromOn,
  to_on: draft.toOn,
  note: draft.note,
});

const viewOf = async (tx: Tx, tenantId: string, id: string): Promise<AbsenceView> => {
  const [view] = await select(tx, tenantId, sql`b.id = ${id}::uuid`);
  if (!view) throw new AppError("absence.not_found");
  return view;
};

/** Plans to be away and names who decides meanwhile. */
export const addAbsence = (context: Context, draft: AbsenceDraft): Promise<AbsenceView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    await checkAbsence(tx, context, draft, null);
    const id = newId();
    await tx
      .insertInto("absence")
      .values({ tenant_id: tenantId, id, user_id: actor.userId, ...columnsOf(draft) })
      .execute();
    const { fromOn, toOn, delegateUserId } = draft;
    const what = { fromOn, toOn, delegateUserId };
    await recordAudit(tx, context, "absence.added", { kind: "absence", id }, what);
    return viewOf(tx, tenantId, id);
  });

const lockOwn = async (tx: Tx, { tenantId, actor }: Context, id: string): Promise<void> => {
  const row = await tx
    .selectFrom("absence")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .where("user_id", "=", actor.userId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError("absence.not_found");
};

/** Changes one of one's own absences; another's is not there. */
export const changeAbsence = (
  context: Context,
  absenceId: string,
  draft: AbsenceDraft,
): Promise<AbsenceView> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    await lockOwn(tx, context, absenceId);
    await checkAbsence(tx, context, draft, absenceId);
    await tx
      .updateTable("absence")
      .set(columnsOf(draft))
      .where("tenant_id", "=", tenantId)
      .where("id", "=", absenceId)
      .execute();
    const { fromOn, toOn, delegateUserId } = draft;
    const what = { fromOn, toOn, delegateUserId };
    await recordAudit(tx, context, "absence.changed", { kind: "absence", id: absenceId }, what);
    return viewOf(tx, tenantId, absenceId);
  });

/** Removes one of one's own absences. */
export const removeAbsence = (context: Context, absenceId: string): Promise<void> =>
  context.write(async (tx) => {
    await lockOwn(tx, context, absenceId);
    await tx
      .deleteFrom("absence")
      .where("tenant_id", "=", context.tenantId)
      .where("id", "=", absenceId)
      .execute();
    await recordAudit(tx, context, "absence.removed", { kind: "absence", id: absenceId });
  });
