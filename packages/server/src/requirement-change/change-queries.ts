import type {
  ChangeDetail,
  ChangeView,
  requirementChanges,
} from "@mainstay/contract/requirement-change";
import type { Actor } from "@mainstay/domain/access/actor";
import { changeAbilities } from "@mainstay/domain/requirement-change/change-policy";
import type { ChangeStatus } from "@mainstay/domain/requirement-change/change-status";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { teamOf } from "../account/account-view.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { listVersions } from "./version-queries.ts";

interface ChangeRecord {
  id: string;
  account_id: string;
  account_name: string;
  manager_user_id: string | null;
  backup_user_id: string | null;
  sponsor_user_id: string | null;
  expert_user_ids: string[];
  project_id: string | null;
  project_name: string | null;
  title: string;
  status: ChangeStatus;
  sent_at: Date | null;
  work_started_on: string | null;
  confirmed_at: Date | null;
  closed_at: Date | null;
  closed_because: string | null;
  created_at: Date;
  version: number;
}

/** Who reads requirement changes. */
export interface ChangeReader {
  readonly tenantId: string;
  readonly actor: Actor;
}

const select = sql`
  select c.id, c.account_id, a.name as account_name, a.manager_user_id, a.backup_user_id, a.sponsor_user_id, a.expert_user_ids,
    c.project_id, p.name as project_name, c.title, c.status, c.sent_at, c.work_started_on, c.confirmed_at, c.closed_at,
    c.closed_because, c.created_at, c.version
  from requirement_change c
  join account a on a.tenant_id = c.tenant_id and a.id = c.account_id
  left join project p on p.tenant_id = c.tenant_id and p.id = c.project_id`;

const party = (id: string | null, name: string | null) =>
  id !== null && name !== null ? { id, name } : null;

const toDetail = (
  { actor }: ChangeReader,
  record: ChangeRecord,
  versions: ChangeDetail["versions"],
): ChangeDetail => {
  const [newest] = versions;
  if (!newest) throw new Error(`requirement change ${record.id} has no version`);
  return {
    id: record.id,
    account: { id: record.account_id, name: record.account_name },
    project: party(record.project_id, record.project_name),
    title: record.title,
    status: record.status,
    newest,
    sentAt: record.sent_at?.toISOString() ?? null,
    workStartedOn: record.work_started_on,
    isWorkUnconfirmed:
      record.work_started_on !== null && (record.status === "draft" || record.status === "sent"),
    confirmedAt: record.confirmed_at?.toISOString() ?? null,
    closedAt: record.closed_at?.toISOString() ?? null,
    closedBecause: record.closed_because,
    createdAt: record.created_at.toISOString(),
    version: record.version,
    can: changeAbilities(actor, {
      team: teamOf(record),
      status: record.status,
      madeBy: newest.madeBy?.id ?? null,
      confirmedBy: newest.confirmations.map(({ side }) => side),
    }),
    versions,
  };
};

const listWhere = async (
  db: Db,
  reader: ChangeReader,
  condition: RawBuilder<unknown>,
): Promise<ChangeDetail[]> => {
  const { rows } = await sql<ChangeRecord>`
    ${select} where c.tenant_id = ${reader.tenantId}::uuid and ${condition}
    order by (c.status not in ('draft', 'sent')), c.created_at desc, c.id limit 200`.execute(db);
  const versions = await listVersions(
    db,
    reader.tenantId,
    rows.map(({ id }) => id),
  );
  return rows.map((record) => toDetail(reader, record, versions.get(record.id) ?? []));
};

/** One change with its versions; `requirement_change.not_found` when it is not there for this actor. */
export const getChange = async (
  db: Db,
  reader: ChangeReader,
  changeId: string,
): Promise<ChangeDetail> => {
  const [found] = await listWhere(db, reader, sql`c.id = ${changeId}::uuid`);
  if (!found) throw new AppError("requirement_change.not_found");
  return found;
};

type OfAccount = z.output<typeof requirementChanges.listOfAccount.response>;

/** What both sides have confirmed, summed by project and currency: the newest version is the one that holds. */
const sumConfirmed = async (
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<OfAccount["confirmed"]> => {
  const { rows } = await sql<{
    project_id: string | null;
    project_name: string | null;
    currency: string;
    fee_minor: number;
    days: number;
    changes: number;
  }>`
    select c.project_id, p.name as project_name, v.currency, sum(v.fee_minor)::bigint as fee_minor,
      sum(v.schedule_days)::int as days, count(*)::int as changes
    from requirement_change c
    join requirement_change_version v on v.tenant_id = c.tenant_id and v.change_id = c.id and v.number = c.newest_number
    left join project p on p.tenant_id = c.tenant_id and p.id = c.project_id
    where c.tenant_id = ${tenantId}::uuid and c.account_id = ${accountId}::uuid and c.status = 'confirmed'
    group by 1, 2, 3 order by 2 nulls last, 3`.execute(db);
  return rows.map((row) => ({
    project: party(row.project_id, row.project_name),
    currency: row.currency,
    feeMinor: Number(row.fee_minor),
    scheduleDays: row.days,
    changes: row.changes,
  }));
};

/** The account's changes, those that wait first, with what is confirmed in all. */
export const listChangesOfAccount = async (
  db: Db,
  reader: ChangeReader,
  accountId: string,
  projectId: string | undefined,
): Promise<Omit<OfAccount, "can">> => {
  const ofProject = projectId ? sql`c.project_id = ${projectId}::uuid` : sql`true`;
  const items: ChangeView[] = await listWhere(
    db,
    reader,
    sql`c.account_id = ${accountId}::uuid and ${ofProject}`,
  );
  return {
    items,
    confirmed: await sumConfirmed(db, reader.tenantId, accountId),
    unconfirmedWork: items.filter(({ isWorkUnconfirmed }) => isWorkUnconfirmed).length,
  };
};
