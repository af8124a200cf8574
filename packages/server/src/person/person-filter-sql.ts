import type { PersonFilter } from "@mainstay/contract/person-list";
import { type RawBuilder, sql } from "kysely";
import { type PersonSearch, personSearchCondition } from "./person-search-condition.ts";

type Condition = RawBuilder<boolean>;

const yes = (wanted: boolean, condition: Condition): Condition =>
  wanted ? condition : sql<boolean>`not ${condition}`;

const job = (more: RawBuilder<unknown>): Condition => sql<boolean>`exists (select 1 from position o
  where o.tenant_id = p.tenant_id and o.person_id = p.id and ${more})`;

/** The filter of list and export as SQL over `person p`; a restricted person is found only by those who answer them. */
export const personFilterSql = (
  filter: PersonFilter,
  tenantId: string,
  today: string,
): { conditions: Condition[]; search: PersonSearch | null } => {
  const present = sql`(o.ends_on is null or o.ends_on >= ${today}::date)`;
  const conditions: Condition[] = [
    sql<boolean>`(p.restricted_at is null or (select session_sees_restricted()))`,
  ];
  if (filter.accountId)
    conditions.push(
      sql<boolean>`p.id in (select o.person_id from position o
        where o.tenant_id = ${tenantId}::uuid and o.account_id = ${filter.accountId}::uuid)`,
    );
  if (filter.department)
    conditions.push(job(sql`o.department = ${filter.department} and ${present}`));
  if (filter.role?.length)
    conditions.push(
      sql<boolean>`p.id in (select r.person_id from buying_role r where r.tenant_id = ${tenantId}::uuid
        and r.role = any(${[...filter.role]}::text[]))`,
    );
  if (filter.hasJob !== undefined) conditions.push(yes(filter.hasJob, job(present)));
  if (filter.isDoorOpener !== undefined)
    conditions.push(
      yes(
        filter.isDoorOpener,
        sql<boolean>`(p.id in (select o.person_id from position o where o.tenant_id = ${tenantId}::uuid
          and o.came_from_account_id is not null and o.ends_on is null))`,
      ),
    );
  if (filter.isPlaceholder !== undefined)
    conditions.push(
      filter.isPlaceholder ? sql<boolean>`p.is_placeholder` : sql<boolean>`not p.is_placeholder`,
    );
  if (filter.noContactSince)
    conditions.push(
      sql<boolean>`not ${job(sql`o.last_contact_on >= ${filter.noContactSince}::date`)}`,
    );
  return { conditions, search: filter.q ? personSearchCondition(tenantId, filter.q) : null };
};
