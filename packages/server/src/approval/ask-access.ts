import type { ApprovalView } from "@mainstay/contract/approval";
import { isPermitted } from "@mainstay/domain/access/permission";
import { type RawBuilder, sql } from "kysely";
import { countAccounts } from "../account/account-list-queries.ts";
import { countPeople } from "../person/person-list-queries.ts";
import { lockPerson } from "../person/lock-person.ts";
import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getApprovalView } from "./approval-view.ts";
import { requestApproval } from "./request-approval.ts";
import { findUsable, spendApproval } from "./spend-approval.ts";

export type Exported = "accounts" | "people" | "cases";

const exportHours = 24;
const ofWhat = (what: Exported) => sql<boolean>`detail ->> 'what' = ${what}`;

const settingsOf = (tx: Tx, tenantId: string) =>
  tx
    .selectFrom("tenant")
    .select(["export_approval_rows", "sensitive_approval_days"])
    .where("id", "=", tenantId)
    .executeTakeFirstOrThrow();

const demandNoneWaiting = async (
  tx: Tx,
  { tenantId, actor }: Context,
  kind: "export" | "sensitive_access",
  matching: RawBuilder<boolean>,
) => {
  const { rows } = await sql`
    select 1 from approval where tenant_id = ${tenantId}::uuid and kind = ${kind} and status = 'pending'
      and requested_by = ${actor.userId}::uuid and ${matching}`.execute(tx);
  if (rows.length > 0) throw new AppError("approval.already_asked");
};

/**
 * Asks to export more rows than the workspace allows without; a director decides on customers, compliance on people. Good
 * for one export within 24 hours.
 */
export const askExport = (
  context: Context,
  { what, note }: { what: Exported; note: string },
): Promise<ApprovalView> =>
  context.write(async (tx) => {
    const { tenantId, actor, today } = context;
    const allowed = what === "people" ? "person.view" : "account.export";
    if (!isPermitted(actor, allowed)) throw new AppError("access.not_permitted");
    const { export_approval_rows: limit } = await settingsOf(tx, tenantId);
    const rows =
      what === "accounts"
        ? await countAccounts(tx, actor, {})
        : what === "people"
          ? await countPeople(tx, actor, {}, today)
          : await countCasesInSight(tx, actor.tenantId);
    if (limit === 0 || rows <= limit) throw new AppError("approval.not_needed");
    await demandNoneWaiting(tx, context, "export", ofWhat(what));
    if (await findUsable(tx, context, { kind: "export", matching: ofWhat(what) }))
      throw new AppError("approval.not_needed");
    const id = await requestApproval(tx, context, {
      kind: "export",
      subjectKind: what,
      subjectId: null,
      accountId: null,
      reason: { code: "approval.export", params: { what, rows, limit } },
      note,
      detail: { what },
      approverRole: what === "people" ? "compliance" : "director",
      validHours: exportHours,
    });
    return getApprovalView(tx, context, id);
  });

/** How many cases the actor sees at all. */
const countCasesInSight = async (tx: Tx, tenantId: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from service_case where tenant_id = ${tenantId}::uuid`.execute(tx);
  return rows[0]?.n ?? 0;
};

/** Refuses an export of more rows than the workspace allows unless the actor holds an approval, which is used up by it. */
export const demandExportApproval = async (
  tx: Tx,
  context: Context,
  what: Exported,
  countRows: () => Promise<number>,
): Promise<void> => {
  const { export_approval_rows: limit } = await settingsOf(tx, context.tenantId);
  if (limit === 0) return;
  const rows = await countRows();
  if (rows <= limit) return;
  if (!(await spendApproval(tx, context, { kind: "export", matching: ofWhat(what) })))
    throw new AppError("approval.export_needed", { rows, limit });
};

const ofPerson = (personId: string) => sql<boolean>`person_id = ${personId}::uuid`;

/** Asks compliance to look at sensitive facts of one person, for as long as the workspace's settings say. */
export const askSensitiveAccess = (
  context: Context,
  { personId, note }: { personId: string; note: string },
): Promise<ApprovalView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    if (!isPermitted(actor, "fact.reveal")) throw new AppError("access.not_permitted");
    await lockPerson(tx, tenantId, personId);
    const { sensitive_approval_days: days } = await settingsOf(tx, tenantId);
    if (days === 0) throw new AppError("approval.not_needed");
    const matching = ofPerson(personId);
    await demandNoneWaiting(tx, context, "sensitive_access", matching);
    if (await findUsable(tx, context, { kind: "sensitive_access", matching }))
      throw new AppError("approval.not_needed");
    const id = await requestApproval(tx, context, {
      kind: "sensitive_access",
      subjectKind: "person",
      subjectId: null,
      accountId: null,
      personId,
      reason: { code: "approval.sensitive_access", params: { days } },
      note,
      approverRole: "compliance",
      validHours: days * 24,
    });
    return getApprovalView(tx, context, id);
  });

/** Refuses a look at a person's sensitive facts where the workspace asks for an approval and the actor holds none for them. */
export const demandSensitiveApproval = async (
  tx: Tx,
  context: Context,
  personId: string,
): Promise<void> => {
  const { sensitive_approval_days: days } = await settingsOf(tx, context.tenantId);
  if (days === 0) return;
  if (!(await findUsable(tx, context, { kind: "sensitive_access", matching: ofPerson(personId) })))
    throw new AppError("approval.sensitive_access_needed");
};
