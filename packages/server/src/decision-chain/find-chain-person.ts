import { chainAbilities } from "@mainstay/domain/decision-chain/chain-policy";
import { sql } from "kysely";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

export interface ChainPersonRecord {
  id: string;
  name: string;
  no_profiling: boolean;
  is_restricted: boolean;
  is_placeholder: boolean;
  works_here: boolean;
}

/** The person for this transaction, and whether they work at the account on the day; null when not there for this actor. */
const shareChainPerson = async (
  tx: Tx,
  tenantId: string,
  who: { accountId: string; personId: string; today: string },
): Promise<ChainPersonRecord | null> => {
  const { rows } = await sql<ChainPersonRecord>`
    select p.id, p.name, p.no_profiling, p.restricted_at is not null as is_restricted, p.is_placeholder,
      exists (select 1 from position o where o.tenant_id = p.tenant_id and o.person_id = p.id
        and o.account_id = ${who.accountId}::uuid and (o.ends_on is null or o.ends_on > ${who.today}::date)) as works_here
    from person p where p.tenant_id = ${tenantId}::uuid and p.id = ${who.personId}::uuid for share of p`.execute(
    tx,
  );
  return rows[0] ?? null;
};

export type ChainAct = keyof ReturnType<typeof chainAbilities>;

/**
 * Finds account and person in the actor's sight and asks whether the act is allowed on this person. Refuses whoever does not
 * work there now, restricted persons, and judgements of persons who objected to profiling or of placeholders.
 */
export const demandChainPerson = async (
  tx: Tx,
  context: Context,
  act: ChainAct,
  accountId: string,
  personId: string,
): Promise<ChainPersonRecord> => {
  const { tenantId, actor, today } = context;
  const account = await findAccount(tx, tenantId, accountId);
  if (!account) throw new AppError("account.not_found");
  const person = await shareChainPerson(tx, tenantId, { accountId, personId, today });
  if (!person) throw new AppError("person.not_found");
  if (!person.works_here) throw new AppError("chain.person_not_at_account");
  const can = chainAbilities(actor, teamOf(account), {
    noProfiling: person.no_profiling,
    isRestricted: person.is_restricted,
    isPlaceholder: person.is_placeholder,
  });
  if (can[act]) return person;
  if (person.is_restricted) throw new AppError("chain.person_restricted");
  if (person.no_profiling) throw new AppError("chain.no_profiling");
  if (person.is_placeholder) throw new AppError("chain.placeholder_has_no_opinion");
  throw new AppError("access.not_permitted");
};

/** Refuses a project that is not the account's, or has ended. Null stands for the account as a whole. */
export const demandOpenProject = async (
  db: Db,
  tenantId: string,
  accountId: string,
  projectId: string | null,
): Promise<void> => {
  if (projectId === null) return;
  const project = await db
    .selectFrom("project")
    .select("status")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("id", "=", projectId)
    .executeTakeFirst();
  if (!project) throw new AppError("project.not_found");
  if (project.status !== "open") throw new AppError("project.ended");
};
