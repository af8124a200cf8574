import type { AccountView } from "@mainstay/contract/account";
import type { Actor } from "@mainstay/domain/access/actor";
import type { AccountKind } from "@mainstay/domain/account/account-kind";
import { accountAbilities } from "@mainstay/domain/account/account-policy";
import type { ProfileTopic } from "@mainstay/domain/account/profile-topic";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";
import { findAccount, listProfileAnswers, type NamedAccountRecord } from "./account-queries.ts";

/** The three people of ours that decide who sees the account. */
export const teamOf = (record: {
  manager_user_id: string | null;
  backup_user_id: string | null;
  sponsor_user_id: string | null;
  expert_user_ids: string[];
}) => ({
  managerUserId: record.manager_user_id,
  backupUserId: record.backup_user_id,
  sponsorUserId: record.sponsor_user_id,
  expertUserIds: record.expert_user_ids,
});

type Answers = Awaited<ReturnType<typeof listProfileAnswers>>;

/** The record as it goes over the wire, with what this actor may do. */
export const toAccountView = (
  actor: Actor,
  record: NamedAccountRecord,
  answers: Answers,
): AccountView => ({
  id: record.id,
  name: record.name,
  shortName: record.short_name,
  externalId: record.external_id,
  uscc: record.uscc,
  kinds: record.kinds as AccountKind[],
  industry: record.industry,
  region: record.region,
  country: record.country,
  size: record.size,
  parent: named(record.parent_id, record.parent_name),
  ownershipPercent: record.ownership_percent === null ? null : Number(record.ownership_percent),
  contractStartOn: record.contract_start_on,
  contractEndOn: record.contract_end_on,
  creditLimitMinor: record.credit_limit_minor,
  paymentTermsDays: record.payment_terms_days,
  currency: record.currency,
  manager: named(record.manager_user_id, record.manager_name),
  backup: named(record.backup_user_id, record.backup_name),
  sponsor: named(record.sponsor_user_id, record.sponsor_name),
  profile: answers.map((answer) => ({
    id: answer.id,
    topic: answer.topic as ProfileTopic,
    answer: answer.answer,
    source: answer.source,
    answeredOn: answer.answered_on,
    recordedAt: (answer.recorded_at as Date).toISOString(),
  })),
  version: record.version,
  createdAt: record.created_at.toISOString(),
  updatedAt: record.updated_at.toISOString(),
  can: accountAbilities(actor, teamOf(record)),
});

/** Reads one account whole; `account.not_found` when it is not there for this actor. */
export const getAccountView = async (
  db: Db,
  actor: Actor,
  accountId: string,
): Promise<AccountView> => {
  const record = await findAccount(db, actor.tenantId, accountId);
  if (!record) throw new AppError("account.not_found");
  return toAccountView(actor, record, await listProfileAnswers(db, actor.tenantId, accountId));
};

/** The record as an edit left it; also for those who gave it away with that very edit and see it here for the last time. */
export const getWrittenAccountView = async (
  tx: Tx,
  actor: Actor,
  accountId: string,
): Promise<AccountView> =>
  (await findAccount(tx, actor.tenantId, accountId))
    ? getAccountView(tx, actor, accountId)
    : seeingAll(tx, () => getAccountView(tx, actor, accountId));
