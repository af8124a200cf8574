import type { DayBriefing } from "@mainstay/contract/day";
import type { FactBasis } from "@mainstay/domain/fact/fact-basis";
import type { InteractionKind } from "@mainstay/domain/interaction/interaction-kind";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";

interface Head {
  id: string;
  name: string;
  title: string | null;
  account_id: string | null;
  account_name: string | null;
  open_signals: number;
  open_tasks: number;
}
interface Contact {
  id: string;
  kind: InteractionKind;
  occurred_on: string;
  summary: string;
  logged_by_name: string | null;
}
interface Birthday {
  basis: FactBasis;
  consent_until: Date | null;
  expires_on: string;
}

/** What one should know before greeting somebody. Row security leaves out what the reader may not see. */
export const readDayBriefing = async (
  db: Db,
  context: Context,
  personId: string,
): Promise<DayBriefing> => {
  const tenant = sql`${context.tenantId}::uuid`;
  const person = sql`${personId}::uuid`;
  const { rows: heads } = await sql<Head>`
    select p.id, p.name, job.title, a.id as account_id, a.name as account_name,
      (select count(*) from signal s where s.tenant_id = ${tenant} and s.account_id = a.id and s.status <> 'resolved') as open_signals,
      (select count(*) from task t where t.tenant_id = ${tenant} and t.account_id = a.id and t.status = 'open') as open_tasks
    from person p
    left join lateral (select o.title, o.account_id from position o
      where o.tenant_id = ${tenant} and o.person_id = p.id and (o.ends_on is null or o.ends_on >= ${context.today}::date)
      order by o.starts_on desc nulls last, o.id limit 1) job on true
    left join account a on a.tenant_id = ${tenant} and a.id = job.account_id
    where p.tenant_id = ${tenant} and p.id = ${person}`.execute(db);
  const head = heads[0];
  if (!head) throw new AppError("person.not_found");
  const { rows: contacts } = await sql<Contact>`
    select i.id, i.kind, i.occurred_on, i.summary, u.name as logged_by_name
    from interaction i left join app_user u on u.tenant_id = i.tenant_id and u.id = i.logged_by
    where i.tenant_id = ${tenant} and ${person} = any(i.person_ids) and i.account_id in
      (select o.account_id from position o where o.tenant_id = ${tenant} and o.person_id = ${person})
    order by i.occurred_on desc, i.id desc limit 3`.execute(db);
  const { rows: birthdays } = await sql<Birthday>`
    select f.basis, c.expires_at as consent_until, f.expires_on
    from fact f left join consent c on c.tenant_id = f.tenant_id and c.id = f.consent_id
    where f.tenant_id = ${tenant} and f.person_id = ${person} and f.kind = 'birthday'
      and f.expires_on >= ${context.today}::date
    order by f.verified_on desc limit 1`.execute(db);
  const birthday = birthdays[0];
  return {
    person: { id: head.id, name: head.name, title: head.title },
    account: named(head.account_id, head.account_name),
    interactions: contacts.map((contact) => ({
      id: contact.id,
      kind: contact.kind,
      occurredOn: contact.occurred_on,
      summary: contact.summary,
      loggedByName: contact.logged_by_name,
    })),
    openSignals: head.open_signals,
    openTasks: head.open_tasks,
    birthday: birthday
      ? {
          basis: birthday.basis,
          consentUntil: birthday.consent_until?.toISOString() ?? null,
          expiresOn: birthday.expires_on,
        }
      : null,
  };
};
