import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import type { relationships } from "@mainstay/contract/relationship";
import {
  crediblePath,
  type KnownPair,
  type PathFacts,
  type PersonLink,
} from "@mainstay/domain/relationship/credible-path";
import { backgroundTieKinds, type TieKind } from "@mainstay/domain/tie/tie-kind";
import { sql } from "kysely";
import { findAccount } from "../account/account-queries.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

interface PersonRecord {
  person_id: string;
  name: string;
  department: string | null;
  position_id: string;
  reports_to_id: string | null;
  is_placeholder: boolean;
}

interface TieRecord {
  from_person_id: string;
  to_person_id: string;
  kind: TieKind;
  weight: number;
}

/**
 * The shortest credible way from any of us to one person who works at the account (capabilities R10). Levels and ties are class P:
 * who may not see them is told of no way. A placeholder introduces nobody.
 */
export const readPath = async (
  db: Db,
  { tenantId, today }: Context,
  accountId: string,
  toPersonId: string,
): Promise<AnswerOf<typeof relationships.path>> => {
  if (!(await findAccount(db, tenantId, accountId))) throw new AppError("account.not_found");
  const { rows: people } = await sql<PersonRecord>`
    select j.person_id, p.name, nullif(btrim(j.department), '') as department, j.id as position_id, j.reports_to_id, p.is_placeholder
    from position j join person p on p.tenant_id = j.tenant_id and p.id = j.person_id
    where j.tenant_id = ${tenantId}::uuid and j.account_id = ${accountId}::uuid and (j.ends_on is null or j.ends_on > ${today}::date)
      and p.restricted_at is null
    order by j.id`.execute(db);
  const target = people.find(({ person_id }) => person_id === toPersonId);
  if (!target) throw new AppError("person.not_found");
  const { rows: pairs } = await sql<KnownPair & { name: string }>`
    select l.user_id as "userId", l.person_id as "personId", l.current_level as level, u.name
    from pair_level l join app_user u on u.tenant_id = l.tenant_id and u.id = l.user_id
    where l.tenant_id = ${tenantId}::uuid and l.account_id = ${accountId}::uuid and u.is_active`.execute(
    db,
  );
  const { rows: ties } = await sql<TieRecord>`
    select from_person_id, to_person_id, kind, weight from tie
    where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid and (ended_on is null or ended_on > ${today}::date)`.execute(
    db,
  );
  const steps = crediblePath(pathFacts(people, pairs, ties, toPersonId), toPersonId);
  const names = new Map([
    ...people.map(({ person_id, name }) => [person_id, name] as const),
    ...pairs.map(({ userId, name }) => [userId, name] as const),
  ]);
  const named = (id: string) => ({ id, name: names.get(id) ?? "" });
  return {
    to: { id: toPersonId, name: target.name },
    path:
      steps === null
        ? null
        : {
            cost: steps.reduce((sum, { cost }) => sum + cost, 0),
            steps: steps.map(({ fromId, toId, by, level }) => ({
              from: named(fromId),
              to: named(toId),
              by,
              level,
            })),
            reason: {
              code: "relationship.path",
              params: {
                steps: steps.map(({ fromId, toId, by, level }) => ({
                  from: names.get(fromId) ?? "",
                  to: names.get(toId) ?? "",
                  by,
                  level,
                })),
              },
            },
          },
  };
};

const isBackground = (kind: TieKind): kind is (typeof backgroundTieKinds)[number] =>
  (backgroundTieKinds as readonly string[]).includes(kind);

/** The graph of one account: ties as they are noted, one link a reporting line and matrix line, one a pair of a department. */
const pathFacts = (
  people: readonly PersonRecord[],
  pairs: readonly KnownPair[],
  ties: readonly TieRecord[],
  toPersonId: string,
): PathFacts => {
  const present = new Map(
    people
      .filter(({ is_placeholder, person_id }) => !is_placeholder || person_id === toPersonId)
      .map((person) => [person.person_id, person]),
  );
  const holder = new Map(people.map(({ position_id, person_id }) => [position_id, person_id]));
  const links: PersonLink[] = [];
  const link = (
    from: string,
    to: string,
    kind: PersonLink["kind"],
    weight = 2,
    isOneWay = false,
  ) => {
    if (present.has(from) && present.has(to))
      links.push({ fromPersonId: from, toPersonId: to, kind, weight, isOneWay });
  };
  for (const { from_person_id: from, to_person_id: to, kind, weight } of ties) {
    if (kind === "influence") link(from, to, kind, weight, true);
    else if (kind === "matrix_line") link(from, to, "reports_to", weight);
    else if (isBackground(kind)) link(from, to, kind, weight);
  }
  for (const { person_id, reports_to_id } of people) {
    const superior = reports_to_id === null ? undefined : holder.get(reports_to_id);
    if (superior !== undefined) link(superior, person_id, "reports_to");
  }
  const departments = new Map<string, string[]>();
  for (const { department, person_id } of people)
    if (department !== null)
      departments.set(department, [...(departments.get(department) ?? []), person_id]);
  for (const mates of departments.values())
    for (const [at, one] of mates.entries())
      for (const other of mates.slice(at + 1)) link(one, other, "same_department");
  return {
    pairs: pairs.filter(({ personId }) => present.has(personId)),
    links,
    conflicts: ties
      .filter(({ kind }) => kind === "conflict")
      .map(({ from_person_id: oneId, to_person_id: otherId }) => ({ oneId, otherId })),
  };
};
