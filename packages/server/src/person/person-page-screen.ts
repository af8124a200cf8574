import type { PersonPage } from "@mainstay/contract/person-page";
import type { BuyingRole } from "@mainstay/domain/buying-role/buying-role";
import type { Stance } from "@mainstay/domain/stance/stance";
import { sql } from "kysely";
import { listInteractionsWhere } from "../interaction/interaction-queries.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { listOpenMerges } from "./person-merge-queries.ts";
import { listJobsOf } from "./person-queries.ts";
import { getPersonView } from "./person-view.ts";

const firstInteractions = 8;

/** Picks the contacts of a person by way of the accounts they worked at, whose index finds them; over `interaction i`. */
export const contactsOf = (tenantId: string, personId: string) => sql`
  i.account_id in (select account_id from position where tenant_id = ${tenantId}::uuid and person_id = ${personId}::uuid)
  and i.person_ids @> array[${personId}::uuid]`;

const listRoles = async (db: Db, tenantId: string, personId: string) => {
  const { rows } = await sql<{
    account_id: string;
    account_name: string;
    project_id: string | null;
    project_name: string | null;
    role: BuyingRole;
  }>`
    select r.account_id, a.name as account_name, r.project_id, j.name as project_name, r.role
    from buying_role r join account a on a.tenant_id = r.tenant_id and a.id = r.account_id
    left join project j on j.tenant_id = r.tenant_id and j.id = r.project_id
    where r.tenant_id = ${tenantId}::uuid and r.person_id = ${personId}::uuid
      and (j.id is null or j.status = 'open')
    order by a.pinyin, a.id, j.name nulls first, r.id`.execute(db);
  return rows.map((row) => ({
    account: { id: row.account_id, name: row.account_name },
    project: named(row.project_id, row.project_name),
    role: row.role,
  }));
};

/** The newest judgement at each account, projects left aside; row security leaves it empty for readers without class P. */
const listStances = async (db: Db, tenantId: string, personId: string) => {
  const { rows } = await sql<{
    account_id: string;
    account_name: string;
    stance: Stance;
    assessed_on: string;
  }>`
    select distinct on (s.account_id) s.account_id, a.name as account_name, s.stance, s.assessed_on
    from stance_assessment s join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
    where s.tenant_id = ${tenantId}::uuid and s.person_id = ${personId}::uuid and s.project_id is null
    order by s.account_id, s.assessed_on desc, s.created_at desc, s.id desc`.execute(db);
  return rows.map((row) => ({
    account: { id: row.account_id, name: row.account_name },
    stance: row.stance,
    assessedOn: row.assessed_on,
  }));
};

const findSurveyOptOut = async (
  db: Db,
  tenantId: string,
  personId: string,
): Promise<PersonPage["surveyOptOut"]> => {
  const { rows } = await sql<{ opted_out_at: Date; via: "link" | "by_hand" }>`
    select opted_out_at, via from survey_opt_out
    where tenant_id = ${tenantId}::uuid and person_id = ${personId}::uuid`.execute(db);
  const found = rows[0];
  return found ? { optedOutAt: found.opted_out_at.toISOString(), via: found.via } : null;
};

/** What the person page leads with, in one transaction; `person.not_found` when not there for this actor. */
export const getPersonPage = (context: Context, personId: string): Promise<PersonPage> =>
  context.read(async (db) => {
    const { tenantId, actor, today } = context;
    const person = await getPersonView(db, actor, personId);
    const jobs = await listJobsOf(db, actor, personId);
    const contacts = await listInteractionsWhere(db, tenantId, contactsOf(tenantId, personId), {
      limit: firstInteractions,
    });
    const lastContacts = jobs.flatMap(({ lastContactOn }) => lastContactOn ?? []);
    return {
      today,
      person,
      jobs,
      roles: await listRoles(db, tenantId, personId),
      stances: await listStances(db, tenantId, personId),
      lastContactOn: lastContacts.sort().at(-1) ?? null,
      interactions: contacts.items,
      interactionCount: contacts.total,
      surveyOptOut: await findSurveyOptOut(db, tenantId, personId),
      merges: person.can.merge ? await listOpenMerges(db, tenantId, personId, context.now) : [],
    };
  });
