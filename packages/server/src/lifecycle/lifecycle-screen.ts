import type { AccountPage } from "@mainstay/contract/account-page";
import type { DueMove, LifecycleView, StageProposal } from "@mainstay/contract/lifecycle";
import { isPermitted } from "@mainstay/domain/access/permission";
import { type ProposedStage, proposeStage } from "@mainstay/domain/lifecycle/propose-stage";
import type { LifecycleStage } from "@mainstay/domain/lifecycle/lifecycle-stage";
import type { StageEntryWay } from "@mainstay/domain/lifecycle/stage-entry";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";
import { readRunView } from "./run-view.ts";
import { findStageFacts, listStageCandidates } from "./stage-facts.ts";

type Entry = LifecycleView["entries"][number];

interface EntryRow {
  stage: LifecycleStage;
  entered_on: string;
  left_on: string | null;
  how: StageEntryWay;
  reason: string;
  criteria: Entry["criteria"];
  entered_by: string | null;
  entered_by_name: string | null;
}

/** Every stage the account was in, oldest first. */
const listEntries = async (db: Db, tenantId: string, accountId: string): Promise<Entry[]> => {
  const { rows } = await sql<EntryRow>`
    select e.stage, e.entered_on, e.left_on, e.how, e.reason, e.criteria, e.entered_by, u.name as entered_by_name
    from stage_entry e left join app_user u on u.tenant_id = e.tenant_id and u.id = e.entered_by
    where e.tenant_id = ${tenantId}::uuid and e.account_id = ${accountId}::uuid
    order by e.entered_on, e.created_at, e.id`.execute(db);
  return rows.map((row) => ({
    stage: row.stage,
    enteredOn: row.entered_on,
    leftOn: row.left_on,
    how: row.how,
    reason: row.reason,
    criteria: row.criteria,
    enteredBy: named(row.entered_by, row.entered_by_name),
  }));
};

export const toStageProposal = (proposed: ProposedStage): StageProposal => ({
  stage: proposed.stage,
  because: proposed.because.map(({ code, params }) => ({ code, params: { ...params } })),
  missing: proposed.missing.map(({ code, params }) => ({ code, params: { ...params } })),
});

/** Counts up with every entering and leaving of a stage; what two people who move an account at once are told apart by. */
export const stageVersionOf = async (
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select 1 + count(*) + count(left_on) as n from stage_entry
    where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid`.execute(db);
  return Number(rows[0]?.n ?? 1);
};

/** The account's stages, what the criteria propose and its playbook; `account.not_found` when it is not there for this actor. */
export const readLifecycle = async (
  db: Db,
  context: Context,
  accountId: string,
): Promise<LifecycleView> => {
  const { tenantId, today, actor } = context;
  const facts = await findStageFacts(db, tenantId, accountId);
  if (!facts) throw new AppError("account.not_found");
  return {
    today,
    account: { id: facts.accountId, name: facts.name },
    stage: facts.stage,
    since: facts.since,
    proposal: toStageProposal(proposeStage(facts, today)),
    entries: await listEntries(db, tenantId, accountId),
    run: await readRunView(db, context, accountId, facts.stage),
    version: await stageVersionOf(db, tenantId, accountId),
    can: { enter: isPermitted(actor, "lifecycle.set") },
  };
};

/** The stage of an account in one line: where it is, since when, and where the criteria would move it. */
export const readStageMark = async (
  db: Db,
  tenantId: string,
  accountId: string,
  today: string,
): Promise<AccountPage["lifecycle"]> => {
  const facts = await findStageFacts(db, tenantId, accountId);
  if (!facts) return { stage: null, since: null, proposedStage: null };
  const { stage, since } = facts;
  return { stage, since, proposedStage: proposeStage(facts, today).stage };
};

/** Accounts in sight that the criteria would move, the largest first. */
export const listDueMoves = async (
  db: Db,
  context: Context,
  limit: number,
): Promise<{ items: DueMove[]; total: number }> => {
  const { tenantId, today } = context;
  const candidates = await listStageCandidates(db, tenantId, today);
  const due = candidates.flatMap((facts): DueMove[] => {
    const { stage, because } = toStageProposal(proposeStage(facts, today));
    if (stage === null) return [];
    const manager = named(facts.managerId, facts.managerName);
    const account = { id: facts.accountId, name: facts.name };
    return [{ account, from: facts.stage, since: facts.since, to: stage, because, manager }];
  });
  return { items: due.slice(0, limit), total: due.length };
};
