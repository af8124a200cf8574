import type { MergeSide } from "@mainstay/contract/person-merge";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { findMergeSides, sideOf } from "./merge-side.ts";

/** A number or address that more people share than this belongs to a desk, not to one of them. */
const mostSharing = 3;

interface Pair {
  one: string;
  other: string;
  because: ("same_name" | "same_phone" | "same_email")[];
}

/**
 * Pairs in sight that are likely one human being: the same name at one account, the same phone or the same mail. Shared switchboards
 * are left out, so are placeholders and restricted persons. Pairs with more reasons come first.
 */
export const suggestMerges = (
  context: Context,
  limit: number,
): Promise<
  {
    one: Pick<MergeSide, "id" | "name" | "jobs">;
    other: Pick<MergeSide, "id" | "name" | "jobs">;
    because: Pair["because"];
  }[]
> =>
  context.read(async (db) => {
    const tenant = sql`${context.tenantId}::uuid`;
    const shared = (key: string, reason: string) => sql`
      select ${reason} as reason, array_agg(distinct o.person_id order by o.person_id) as ids
      from position o join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
      where o.tenant_id = ${tenant} and o.ended_because is distinct from 'entered_by_mistake'
        and not p.is_placeholder and p.restricted_at is null and ${sql.raw(key)}
      group by ${sql.raw(key.split(" is not null")[0] ?? key)} having count(distinct o.person_id) between 2 and ${sql.lit(mostSharing)}`;
    const { rows } = await sql<Pair>`
      with shared as (
        ${shared("o.phone_key is not null", "same_phone")} union all ${shared("o.email_key is not null", "same_email")} union all
        select 'same_name', array_agg(distinct o.person_id order by o.person_id)
        from position o join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
        where o.tenant_id = ${tenant} and o.ended_because is distinct from 'entered_by_mistake'
          and not p.is_placeholder and p.restricted_at is null and p.name_key <> ''
        group by o.account_id, p.name_key having count(distinct o.person_id) > 1)
      select a as one, b as other, array_agg(distinct reason order by reason) as because
      from shared, unnest(ids) a, unnest(ids) b where a < b
      group by a, b order by count(distinct reason) desc, a, b limit ${limit}`.execute(db);
    const sides = await findMergeSides(db, context.tenantId, [
      ...new Set(rows.flatMap(({ one, other }) => [one, other])),
    ]);
    return rows.map(({ one, other, because }) => ({
      one: sideOf(sides, one),
      other: sideOf(sides, other),
      because,
    }));
  });
