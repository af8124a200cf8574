import type { CaseLinkView } from "@mainstay/contract/case-link";
import type { CaseLinkKind } from "@mainstay/domain/case-link/case-link-kind";
import { sql } from "kysely";
import { getCaseAtDesk, mayHangOn } from "../case-attachment/case-at-desk.ts";
import { recordCaseEvent } from "../case/record-case-event.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { belongsToAccount, listLinks } from "./link-queries.ts";

const work = async (
  tx: Tx,
  context: Context,
  done: "linked" | "unlinked",
  caseId: string,
  accountId: string,
  target: { kind: CaseLinkKind; id: string },
): Promise<void> => {
  const { tenantId, actor, now } = context;
  const detail = { kind: target.kind, targetId: target.id };
  await recordCaseEvent(tx, {
    tenantId,
    caseId,
    kind: done,
    at: now,
    byUserId: actor.userId,
    detail,
  });
  const subject = { kind: "case", id: caseId };
  await recordAudit(tx, context, `case.${done}`, subject, { accountId, ...detail });
};

/** Links a case to something of its own account; doing so again changes nothing. */
export const linkCase = (
  context: Context,
  caseId: string,
  target: { kind: CaseLinkKind; targetId: string },
): Promise<CaseLinkView> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const onCase = await getCaseAtDesk(tx, tenantId, caseId, "lock");
    if (!mayHangOn(actor, onCase)) throw new AppError("case.not_allowed_now");
    const { kind, targetId } = target;
    if (!(await belongsToAccount(tx, tenantId, onCase.account_id, kind, targetId)))
      throw new AppError("case.link_target_not_found");
    const column = sql.ref(`${kind}_id`);
    const { rows } = await sql`
      insert into case_link (tenant_id, id, case_id, ${column}, linked_by, linked_at)
      values (${tenantId}::uuid, ${newId()}::uuid, ${caseId}::uuid, ${targetId}::uuid, ${actor.userId}::uuid,
        ${now}::timestamptz)
      on conflict on constraint case_link_once do nothing returning id`.execute(tx);
    if (rows.length > 0)
      await work(tx, context, "linked", caseId, onCase.account_id, { kind, id: targetId });
    const [link] = await listLinks(
      tx,
      tenantId,
      sql`l.case_id = ${caseId}::uuid and l.${column} = ${targetId}::uuid`,
    );
    if (!link) throw new AppError("case.link_not_found");
    return link;
  });

/** Takes a link off again. */
export const unlinkCase = (context: Context, caseId: string, linkId: string): Promise<undefined> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const onCase = await getCaseAtDesk(tx, tenantId, caseId, "lock");
    const [link] = await listLinks(
      tx,
      tenantId,
      sql`l.case_id = ${caseId}::uuid and l.id = ${linkId}::uuid`,
    );
    if (!link) throw new AppError("case.link_not_found");
    if (!mayHangOn(actor, onCase)) throw new AppError("case.not_allowed_now");
    await sql`delete from case_link where tenant_id = ${tenantId}::uuid and id = ${linkId}::uuid`.execute(
      tx,
    );
    await work(tx, context, "unlinked", caseId, onCase.account_id, {
      kind: link.kind,
      id: link.targetId,
    });
    return undefined;
  });
