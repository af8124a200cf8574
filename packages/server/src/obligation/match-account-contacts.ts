import { dayNumberFromIso, type IsoDay } from "@mainstay/domain/calendar/day-number";
import { matchContacts } from "@mainstay/domain/obligation/match-contacts";
import type { ObligationKind } from "@mainstay/domain/obligation/obligation-kind";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";

interface ObligationRow {
  id: string;
  account_id: string;
  kind: ObligationKind;
  contact_kinds: string[];
  period_from: IsoDay;
  last_on: IsoDay;
  met_by_interaction_id: string | null;
}

interface ContactRow {
  id: string;
  account_id: string;
  kind: string;
  occurred_on: IsoDay;
}

/** An obligation that a contact has just met, or no longer meets (`interactionId` null). */
export interface ContactMatch {
  readonly obligationId: string;
  readonly accountId: string;
  readonly kind: ObligationKind;
  readonly interactionId: string | null;
  readonly fulfilledOn: IsoDay | null;
}

const dayOf = (iso: IsoDay): number => dayNumberFromIso(iso) ?? 0;

/** Of these accounts, what contacts may meet: open, missed or met by a contact before, and still of the days that are asked about. */
const loadObligations = async (
  tx: Tx,
  tenantId: string,
  accountIds: readonly string[],
  since: IsoDay,
): Promise<ObligationRow[]> => {
  const { rows } = await sql<ObligationRow>`
    select id, account_id, kind, contact_kinds, period_from, greatest(period_to, due_on) as last_on, met_by_interaction_id
    from obligation
    where tenant_id = ${tenantId}::uuid and account_id = any(${[...accountIds]}::uuid[]) and contact_kinds <> '{}'
      and greatest(period_to, due_on) >= ${since}::date
      and (status in ('open', 'missed') or (status = 'fulfilled' and met_by_interaction_id is not null))
    order by id for update`.execute(tx);
  return rows;
};

const loadContacts = async (
  tx: Tx,
  tenantId: string,
  accountIds: readonly string[],
  since: IsoDay,
): Promise<ContactRow[]> => {
  const { rows } = await sql<ContactRow>`
    select id, account_id, kind, occurred_on from interaction
    where tenant_id = ${tenantId}::uuid and account_id = any(${[...accountIds]}::uuid[]) and occurred_on >= ${since}::date
      and is_two_way`.execute(tx);
  return rows;
};

const byAccount = <Row extends { account_id: string }>(rows: readonly Row[]) => {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const list = found.get(row.account_id);
    if (list) list.push(row);
    else found.set(row.account_id, [row]);
  }
  return found;
};

/** Writes what changed; a contact that is no more leaves its obligation open. */
const saveMatches = async (tx: Tx, tenantId: string, matches: readonly ContactMatch[]) => {
  const rows = matches.map(({ obligationId, interactionId, fulfilledOn }) => ({
    id: obligationId,
    interaction_id: interactionId,
    on: fulfilledOn,
  }));
  await sql`
    update obligation o set status = case when m.interaction_id is null then 'open' else 'fulfilled' end,
      met_by_interaction_id = m.interaction_id, fulfilled_on = m."on", fulfilled_by = null, fulfilment_note = null,
      version = o.version + 1, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m (id uuid, interaction_id uuid, "on" date)
    where o.tenant_id = ${tenantId}::uuid and o.id = m.id`.execute(tx);
};

/**
 * Sets which contacts meet which obligations of these accounts, for everything that may still be met on `since` or later, and
 * answers what changed. The contacts alone decide: a contact logged late, imported, or taken away gives the same state as if
 * it had always or never been there.
 */
export const matchAccountContacts = async (
  tx: Tx,
  tenantId: string,
  accountIds: readonly string[],
  since: IsoDay,
): Promise<ContactMatch[]> => {
  const obligations = await loadObligations(tx, tenantId, accountIds, since);
  const first = obligations[0];
  if (!first) return [];
  const earliest = obligations.reduce(
    (least, { period_from }) => (period_from < least ? period_from : least),
    first.period_from,
  );
  const grouped = byAccount(obligations);
  const contacts = byAccount(await loadContacts(tx, tenantId, [...grouped.keys()], earliest));
  const changed: ContactMatch[] = [];
  for (const [accountId, owed] of grouped) {
    const met = matchContacts(
      owed.map((one) => ({
        id: one.id,
        kind: one.kind,
        contactKinds: one.contact_kinds,
        from: dayOf(one.period_from),
        to: dayOf(one.last_on),
      })),
      (contacts.get(accountId) ?? []).map(({ id, kind, occurred_on }) => ({
        id,
        kind,
        on: dayOf(occurred_on),
        occurredOn: occurred_on,
      })),
    );
    for (const one of owed) {
      const contact = met.get(one.id);
      if ((contact?.id ?? null) === one.met_by_interaction_id) continue;
      changed.push({
        obligationId: one.id,
        accountId,
        kind: one.kind,
        interactionId: contact?.id ?? null,
        fulfilledOn: contact?.occurredOn ?? null,
      });
    }
  }
  if (changed.length > 0) await saveMatches(tx, tenantId, changed);
  return changed;
};
