import type { caseFilter } from "@mainstay/contract/case-filter";
import type { Actor } from "@mainstay/domain/access/actor";
import type { CaseStatus } from "@mainstay/domain/case/case-kind";
import type { CaseLack } from "@mainstay/domain/case/case-outcome";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { fewAccountsInSight } from "../account/few-accounts-in-sight.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { outcomeIs } from "./case-outcome-sql.ts";
import { isAboutReader } from "./who-answers.ts";
import { type CaseSearch, searchCases } from "./case-search.ts";

export type CaseFilter = z.output<z.ZodObject<typeof caseFilter>>;

type Condition = RawBuilder<boolean>;

/** A filter as conditions on `service_case c`; the status apart, as the counts ask for each. */
export interface CaseFilterSql {
  readonly conditions: readonly Condition[];
  readonly status: readonly Condition[];
  /** Only what runs can match: nothing is solved or over. */
  readonly isOfRunning: boolean;
  /** Whether every row's title has to be read, because an everyday word is looked for. */
  readonly readsTitles: boolean;
}

const oneOf = (column: string, values: readonly string[] | undefined): Condition[] =>
  values && values.length > 0
    ? [sql<boolean>`${sql.ref(`c.${column}`)} = any(${[...values]}::text[])`]
    : [];
const is = (column: string, id: string | undefined): Condition[] =>
  id === undefined ? [] : [sql<boolean>`${sql.ref(`c.${column}`)} = ${id}::uuid`];

const phaseOf: Readonly<Record<CaseStatus, number>> = {
  open: 0,
  paused: 0,
  solved: 1,
  closed: 2,
  duplicate: 2,
};

/** The statuses, and the stretch of the order of urgency in which they lie. */
export const inStatuses = (statuses: readonly CaseStatus[] | undefined): Condition[] => {
  if (!statuses || statuses.length === 0) return [];
  const phases = statuses.map((status) => phaseOf[status]);
  const [from, to] = [Math.min(...phases), Math.max(...phases)];
  const all = (["open", "paused", "solved", "closed", "duplicate"] as const).filter(
    (status) => phaseOf[status] >= from && phaseOf[status] <= to,
  );
  const stretch =
    from === to
      ? sql<boolean>`c.urgency_phase = ${sql.lit(from)}`
      : sql<boolean>`c.urgency_phase between ${sql.lit(from)} and ${sql.lit(to)}`;
  return all.every((status) => statuses.includes(status))
    ? [stretch]
    : [stretch, ...oneOf("status", statuses)];
};

/** Both halves of `mine` by their own index: an `or` of the two would be read row by row. */
const whoseOf = ({ tenantId, userId }: Actor, whose: CaseFilter["whose"]): Condition[] => {
  if (whose === "handling") return is("handler_user_id", userId);
  if (whose === "answering_for") return is("first_responder_id", userId);
  const those = (column: string) => sql`select m.id from service_case m
    where m.tenant_id = ${tenantId}::uuid and ${sql.ref(`m.${column}`)} = ${userId}::uuid`;
  return whose === "mine"
    ? [
        sql<boolean>`c.id = any(array(${those("handler_user_id")} union all ${those("first_responder_id")}))`,
      ]
    : [];
};

const offeredTo = ({ tenantId, userId }: Actor): Condition =>
  sql<boolean>`c.id = any(array(select t.case_id from case_transfer t
    where t.tenant_id = ${tenantId}::uuid and t.to_user_id = ${userId}::uuid and t.status = 'open'))`;

/** From the first instant of a day of the workspace, or before the first of the next one. */
const openedIn = ({ tenantId }: Actor, { openedFrom, openedTo }: CaseFilter): Condition[] => {
  const zone = sql`(select time_zone from tenant where id = ${tenantId}::uuid)`;
  return [
    ...(openedFrom === undefined
      ? []
      : [sql<boolean>`c.opened_at >= (${openedFrom}::date::timestamp at time zone ${zone})`]),
    ...(openedTo === undefined
      ? []
      : [sql<boolean>`c.opened_at < ((${openedTo}::date + 1)::timestamp at time zone ${zone})`]),
  ];
};

const ofSegments = (chosen: CaseFilter["segment"]): Condition[] =>
  chosen && chosen.length > 0
    ? [
        sql<boolean>`exists (select 1 from case_segment g
          where g.tenant_id = c.tenant_id and g.case_id = c.id and g.segment = any(${[...chosen]}::text[]))`,
      ]
    : [];

const withoutIt: Readonly<Record<CaseLack, Condition>> = {
  department: sql<boolean>`c.department_id is null`,
  product: sql<boolean>`c.product_id is null`,
  cause: sql<boolean>`c.cause is null`,
  segment: sql<boolean>`not exists (select 1 from case_segment g
    where g.tenant_id = c.tenant_id and g.case_id = c.id and g.segment is not null)`,
};

const searched = (search: CaseSearch | null): Condition[] => {
  if (!search) return [];
  return "ids" in search ? [sql<boolean>`c.id = any(${[...search.ids]}::uuid[])`] : [search.holds];
};

export const caseFilterSql = async (
  db: Db,
  actor: Actor,
  filter: CaseFilter,
  now: Date,
): Promise<CaseFilterSql> => {
  const sight = await fewAccountsInSight(db, actor, "c.account_id");
  const few = sight.length > 0 || filter.accountId !== undefined;
  const search = await searchCases(db, actor.tenantId, filter.search, { few });
  const anchors = [
    ...whoseOf(actor, filter.whose),
    ...is("handler_user_id", filter.handlerUserId),
    ...is("first_responder_id", filter.firstResponderUserId),
    ...is("account_id", filter.accountId),
    ...is("person_id", filter.personId),
    // Whom it complains about is not told who complained, by no filter either.
    ...(filter.personId === undefined ? [] : [sql<boolean>`not ${isAboutReader}`]),
    ...is("department_id", filter.departmentId),
    ...is("product_id", filter.productId),
    ...(filter.offeredToMe ? [offeredTo(actor)] : []),
    ...sight,
  ];
  const running = sql<boolean>`c.urgency_phase = 0`;
  return {
    conditions: [
      sql<boolean>`c.tenant_id = ${actor.tenantId}::uuid`,
      ...anchors,
      ...searched(search),
      ...oneOf("kind", filter.kind),
      ...oneOf("level", filter.level),
      ...oneOf("channel", filter.channel),
      ...oneOf("cause", filter.cause),
      ...ofSegments(filter.segment),
      ...(filter.without ?? []).map((lack) => withoutIt[lack]),
      ...(filter.outcome ? [outcomeIs(filter.outcome, now)] : []),
      ...openedIn(actor, filter),
      ...(filter.overdue ? [running, sql<boolean>`c.urgency_at <= ${now}`] : []),
      ...(filter.unassigned ? [sql<boolean>`c.handler_user_id is null`] : []),
      ...(filter.greenChannel ? [sql<boolean>`c.green_channel`] : []),
      ...(filter.escalated ? [running, sql<boolean>`c.escalation_level > 0`] : []),
    ],
    status: inStatuses(filter.status),
    isOfRunning: filter.overdue === "true" || filter.escalated === "true",
    readsTitles: !few && search !== null && "holds" in search,
  };
};
