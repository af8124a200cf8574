import type { PrivacyOverview } from "@mainstay/contract/privacy";
import type { ConsentScope } from "@mainstay/domain/fact/consent-scope";
import { endingWithinDays, sortedScope } from "@mainstay/domain/privacy/consent-rule";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { newestNotice, noticePath } from "../privacy-notice/notice-queries.ts";
import { isNoticeOutdated } from "../privacy-notice/publish-notice.ts";

const shownAtMost = 20;

interface Counts {
  overdue_requests: number;
  open_requests: number;
  next_due_on: string | null;
  outdated_consents: number;
  open_incidents: number;
  draft_assessments: number;
}

const readCounts = async (db: Db, { tenantId, today, now }: Context): Promise<Counts> => {
  const { rows } = await sql<Counts>`
    select r.*, c.*, i.*, a.* from
      (select count(*) filter (where due_on < ${today}::date)::int as overdue_requests, count(*)::int as open_requests,
         min(due_on) filter (where due_on >= ${today}::date) as next_due_on
       from subject_request where tenant_id = ${tenantId}::uuid and status in ('open', 'identity_checked')) r,
      (select count(*)::int as outdated_consents from consent c
         join consent_text t on t.tenant_id = c.tenant_id and t.text_version = c.text_version
       where c.tenant_id = ${tenantId}::uuid and c.withdrawn_at is null and c.expires_at > ${now}
         and t.replaced_by is not null) c,
      (select count(*)::int as open_incidents from incident
       where tenant_id = ${tenantId}::uuid and status <> 'closed') i,
      (select count(*)::int as draft_assessments from impact_assessment
       where tenant_id = ${tenantId}::uuid and status = 'draft') a`.execute(db);
  if (!rows[0]) throw new Error("A row of counts is always there.");
  return rows[0];
};

const endingConsents = async (db: Db, { tenantId, now, workspace }: Context) => {
  const { rows } = await sql<{
    id: string;
    person_id: string;
    person_name: string;
    scope: ConsentScope[];
    expires_on: string;
    facts: number;
    everyone: number;
  }>`
    select c.id, c.person_id, p.name as person_name, c.scope,
      (c.expires_at at time zone ${workspace.timeZone})::date as expires_on,
      (select count(*) from fact f where f.tenant_id = c.tenant_id and f.consent_id = c.id)::int as facts,
      (count(*) over ())::int as everyone
    from consent c join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    where c.tenant_id = ${tenantId}::uuid and c.withdrawn_at is null and c.expires_at > ${now}
      and c.expires_at <= ${now}::timestamptz + make_interval(days => ${endingWithinDays})
    order by c.expires_at, c.id limit ${shownAtMost}`.execute(db);
  return {
    everyone: rows[0]?.everyone ?? 0,
    items: rows.map((row) => ({
      id: row.id,
      person: { id: row.person_id, name: row.person_name },
      scope: sortedScope(row.scope),
      expiresOn: row.expires_on,
      state: "ending" as const,
      facts: row.facts,
    })),
  };
};

/** Facts whose lawful basis has fallen away though the row is still there, and whose they are. */
const factsWithoutBasis = async (db: Db, { tenantId, today, now }: Context) => {
  const { rows } = await sql<{ id: string; name: string; facts: number; everyone: number }>`
    select p.id, p.name, count(*)::int as facts, (sum(count(*)) over ())::int as everyone
    from fact f join person p on p.tenant_id = f.tenant_id and p.id = f.person_id
      left join consent c on c.tenant_id = f.tenant_id and c.id = f.consent_id
      left join impact_assessment a on a.tenant_id = f.tenant_id and a.id = f.assessment_id
    where f.tenant_id = ${tenantId}::uuid and (
      f.expires_on < ${today}::date
      or (f.basis = 'consent' and (c.id is null or c.withdrawn_at is not null or c.expires_at <= ${now}
        or not (f.kind = any(c.scope))))
      or (f.class = 'S' and a.status is distinct from 'approved'))
    group by p.id, p.name order by facts desc, p.name limit ${shownAtMost}`.execute(db);
  return {
    facts: rows[0]?.everyone ?? 0,
    persons: rows.map(({ id, name }) => ({ id, name })),
  };
};

/** What compliance has to look at now. */
export const readPrivacyOverview = (context: Context): Promise<PrivacyOverview> =>
  context.read(async (db) => {
    const { tenantId } = context;
    const counts = await readCounts(db, context);
    const ending = await endingConsents(db, context);
    const lacking = await factsWithoutBasis(db, context);
    const notice = await newestNotice(db, tenantId);
    const restricted = await db
      .selectFrom("person")
      .select(["id", "name"])
      .where("tenant_id", "=", tenantId)
      .where("restricted_at", "is not", null)
      .orderBy("name")
      .limit(shownAtMost)
      .execute();
    const verified = await db
      .selectFrom("audit_verification")
      .select(["verified_at", "is_intact"])
      .where("tenant_id", "=", tenantId)
      .orderBy("verified_at", "desc")
      .limit(1)
      .executeTakeFirst();
    return {
      overdueRequests: counts.overdue_requests,
      openRequests: counts.open_requests,
      nextDueOn: counts.next_due_on,
      endingConsents: ending.items,
      endingConsentCount: ending.everyone,
      outdatedConsents: counts.outdated_consents,
      factsWithoutBasis: lacking.facts,
      personsWithoutBasis: lacking.persons,
      notice: {
        version: notice?.version ?? null,
        isOutdated: await isNoticeOutdated(db, tenantId, notice),
        path: notice ? noticePath(notice.public_key) : null,
      },
      openIncidents: counts.open_incidents,
      draftAssessments: counts.draft_assessments,
      restrictedPersons: restricted,
      auditCheckedAt: verified?.verified_at.toISOString() ?? null,
      isAuditIntact: verified?.is_intact ?? null,
    };
  });
