import type { rescues } from "@mainstay/contract/rescue";
import { rescueOfferKinds } from "@mainstay/domain/rescue/rescue-kind";
import { sql } from "kysely";
import type { z } from "zod";
import type { Db } from "../platform/db/database-handles.ts";

type Results = z.output<typeof rescues.results.response>;

/** What the rescues in sight came to, and which kinds of offer worked, each with its n. */
export const sumRescues = async (
  db: Db,
  tenantId: string,
  baseCurrency: string,
): Promise<Results> => {
  const { rows } = await sql<Omit<Results, "baseCurrency" | "byOffer">>`
    select count(*) filter (where status = 'running') as running, count(*) filter (where status = 'saved') as saved,
      count(*) filter (where status = 'partly') as partly, count(*) filter (where status = 'lost') as lost,
      coalesce(sum(stake_minor) filter (where status <> 'running'), 0)::bigint as "stakeMinor",
      coalesce(sum(avoided_loss_minor), 0)::bigint as "avoidedLossMinor", coalesce(sum(cost_minor), 0)::bigint as "costMinor"
    from rescue where tenant_id = ${tenantId}::uuid`.execute(db);
  const { rows: offers } = await sql<Results["byOffer"][number]>`
    select f.kind, count(*) filter (where f.made_on is not null) as made, count(*) filter (where f.status = 'accepted') as accepted,
      count(distinct r.id) filter (where f.status = 'accepted' and r.status in ('saved', 'partly')) as kept,
      count(distinct r.id) filter (where f.status = 'accepted' and r.status = 'lost') as lost,
      coalesce(sum(f.cost_minor) filter (where f.status = 'accepted'), 0)::bigint as "costMinor"
    from rescue_offer f join rescue r on r.tenant_id = f.tenant_id and r.id = f.rescue_id and r.status <> 'running'
    where f.tenant_id = ${tenantId}::uuid group by f.kind`.execute(db);
  const of = new Map(offers.map((row) => [row.kind, row]));
  const none = {
    running: 0,
    saved: 0,
    partly: 0,
    lost: 0,
    stakeMinor: 0,
    avoidedLossMinor: 0,
    costMinor: 0,
  };
  return {
    ...none,
    ...rows[0],
    baseCurrency,
    byOffer: rescueOfferKinds.flatMap((kind) => of.get(kind) ?? []),
  };
};
