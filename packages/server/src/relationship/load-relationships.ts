import type { Grade } from "@mainstay/domain/account/grade";
import type { Segment } from "@mainstay/domain/account/segment";
import type { BuyingRole } from "@mainstay/domain/buying-role/buying-role";
import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type {
  AccountPerson,
  RelationshipFacts,
} from "@mainstay/domain/relationship/measure-relationship";
import type { AccountStake } from "@mainstay/domain/relationship/red-flag-severity";
import type { Stance } from "@mainstay/domain/stance/stance";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { type ContactOfPerson, loadContacts, loadOlderContacts } from "./load-contacts.ts";

/** An account with everything its measures rest on. */
export interface LoadedRelationship {
  readonly accountId: string;
  readonly managerId: string | null;
  readonly stake: AccountStake;
  readonly probabilityLost: number | null;
  readonly lastOrderDay: DayNumber | null;
  readonly facts: RelationshipFacts;
}

interface AccountRecord {
  id: string;
  manager_user_id: string | null;
  segment: Segment | null;
  grade: Grade | null;
  revenue_12m_minor: number;
  value_at_risk_minor: number;
  p_lost: number | null;
  last_order_day: number | null;
}

interface PersonRecord {
  account_id: string;
  person_id: string;
  name: string;
  is_placeholder: boolean;
  placeholder_day: number | null;
  no_profiling: boolean;
}

interface Scoped {
  account_id: string;
  person_id: string;
  project_id: string | null;
}

const dayOf = (column: string) => sql`(${sql.ref(column)} - date '1970-01-01')`;

const groupBy = <Row extends { account_id: string }>(rows: readonly Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.account_id);
    if (group) group.push(row);
    else groups.set(row.account_id, [row]);
  }
  return groups;
};

/**
 * Reads what the measures of a block of accounts rest on, each kind of row in one query. Whose use is restricted by law is
 * left out altogether; who objected to profiling comes without judgements. The reader's row security decides what is seen: a round
 * reads as the system.
 */
export const loadRelationships = async (
  db: Db,
  tenantId: string,
  accountIds: readonly string[],
  today: DayNumber,
): Promise<LoadedRelationship[]> => {
  const tenant = sql`${tenantId}::uuid`;
  const ids = sql`any(${[...accountIds]}::uuid[])`;
  const on = isoFromDayNumber(today);
  const { rows: accounts } = await sql<AccountRecord>`
    select a.id, a.manager_user_id, s.segment, s.grade, coalesce(s.revenue_12m_minor, 0) as revenue_12m_minor,
      coalesce(s.value_at_risk_minor, 0) as value_at_risk_minor, s.p_lost, ${dayOf("s.last_order_on")} as last_order_day
    from account a left join account_standing s on s.tenant_id = a.tenant_id and s.account_id = a.id
    where a.tenant_id = ${tenant} and a.id = ${ids}`.execute(db);
  const { rows: people } = await sql<PersonRecord>`
    select distinct j.account_id, j.person_id, p.name, p.is_placeholder, ${dayOf("p.placeholder_since")} as placeholder_day, p.no_profiling
    from position j join person p on p.tenant_id = j.tenant_id and p.id = j.person_id
    where j.tenant_id = ${tenant} and j.account_id = ${ids} and (j.ends_on is null or j.ends_on > ${on}::date)
      and p.restricted_at is null`.execute(db);
  const { rows: roles } = await sql<Scoped & { role: BuyingRole }>`
    select account_id, person_id, project_id, role from buying_role
    where tenant_id = ${tenant} and account_id = ${ids}`.execute(db);
  const { rows: stances } = await sql<Scoped & { stance: Stance; day: number }>`
    select distinct on (account_id, person_id, project_id) account_id, person_id, project_id, stance, ${dayOf("assessed_on")} as day
    from stance_assessment where tenant_id = ${tenant} and account_id = ${ids}
    order by account_id, person_id, project_id, assessed_on desc, id desc`.execute(db);
  const { rows: influences } = await sql<Scoped & { influence: number }>`
    select distinct on (account_id, person_id, project_id) account_id, person_id, project_id, influence
    from influence_assessment where tenant_id = ${tenant} and account_id = ${ids}
    order by account_id, person_id, project_id, assessed_on desc, id desc`.execute(db);
  const { rows: levels } = await sql<Scoped & { user_id: string; level: number }>`
    select account_id, person_id, user_id, current_level as level from pair_level
    where tenant_id = ${tenant} and account_id = ${ids}`.execute(db);
  const { rows: projects } = await sql<{ account_id: string; id: string }>`
    select account_id, id from project
    where tenant_id = ${tenant} and account_id = ${ids} and status = 'open' order by id`.execute(
    db,
  );
  const { rows: users } = await sql<{ id: string; name: string }>`
    select id, name from app_user where tenant_id = ${tenant} and is_active`.execute(db);
  const contacts = await loadContacts(db, tenantId, people, today);
  const unmet = strangers(people, roles, contacts);
  const older = await loadOlderContacts(db, tenantId, unmet, today);
  const of = {
    people: groupBy(people),
    roles: groupBy(roles),
    stances: groupBy(stances),
    influences: groupBy(influences),
    levels: groupBy(levels),
    projects: groupBy(projects),
  };
  const colleagues = new Map(users.map(({ id, name }) => [id, name]));
  return accounts.map((account) => ({
    accountId: account.id,
    managerId: account.manager_user_id,
    stake: {
      segment: account.segment,
      grade: account.grade,
      revenue12mMinor: account.revenue_12m_minor,
      valueAtRiskMinor: account.value_at_risk_minor,
    },
    probabilityLost: account.p_lost,
    lastOrderDay: account.last_order_day,
    facts: {
      people: (of.people.get(account.id) ?? []).map((person) =>
        toPerson(person, contacts.get(person.person_id) ?? [], older.get(person.person_id)),
      ),
      roles: (of.roles.get(account.id) ?? []).map((row) => ({ ...scopeOf(row), role: row.role })),
      stances: (of.stances.get(account.id) ?? []).map((row) => ({
        ...scopeOf(row),
        stance: row.stance,
        day: row.day,
      })),
      influences: (of.influences.get(account.id) ?? []).map((row) => ({
        ...scopeOf(row),
        influence: row.influence,
      })),
      levels: (of.levels.get(account.id) ?? []).map((row) => ({
        personId: row.person_id,
        userId: row.user_id,
        level: row.level,
      })),
      openProjectIds: (of.projects.get(account.id) ?? []).map(({ id }) => id),
      colleagues,
    },
  }));
};

const scopeOf = ({ person_id, project_id }: Scoped) => ({
  personId: person_id,
  projectId: project_id,
});

const toPerson = (
  record: PersonRecord,
  contacts: readonly ContactOfPerson[],
  older: DayNumber | undefined,
): AccountPerson => ({
  personId: record.person_id,
  name: record.name,
  isPlaceholder: record.is_placeholder,
  placeholderDay: record.placeholder_day,
  mayBeProfiled: !record.no_profiling,
  contacts,
  lastContactDay:
    contacts.length > 0 ? Math.max(...contacts.map(({ day }) => day)) : (older ?? null),
});

/** Whose last contact a red flag asks for though none lies within two years: economic buyers and gatekeepers. */
const strangers = (
  people: readonly PersonRecord[],
  roles: readonly (Scoped & { role: BuyingRole })[],
  contacts: ReadonlyMap<string, unknown>,
): string[] => {
  const asked = new Set(
    roles
      .filter(({ role }) => role === "economic_buyer" || role === "gatekeeper")
      .map(({ person_id }) => person_id),
  );
  return [
    ...new Set(
      people
        .map(({ person_id }) => person_id)
        .filter((personId) => asked.has(personId) && !contacts.has(personId)),
    ),
  ];
};
