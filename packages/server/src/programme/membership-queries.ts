import type { MembershipView } from "@mainstay/contract/programme";
import type { Actor } from "@mainstay/domain/access/actor";
import type { Grade } from "@mainstay/domain/account/grade";
import type { Segment } from "@mainstay/domain/account/segment";
import { mainSeats } from "@mainstay/domain/account-team/team-seat";
import { demandedSeats } from "@mainstay/domain/account-team/team-warnings";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { HealthBand } from "@mainstay/domain/health/health-band";
import type { MembershipStatus } from "@mainstay/domain/programme/membership-status";
import { membershipAbilities } from "@mainstay/domain/programme/programme-policy";
import type { Scorecard } from "@mainstay/domain/programme/scorecard";
import { policyLineFor } from "@mainstay/domain/service-policy/service-terms";
import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findPolicyInForce } from "../service-policy/policy-in-force.ts";

export interface MembershipRecord {
  id: string;
  account_id: string;
  account_name: string;
  manager: { id: string; name: string } | null;
  seats: { manager: string | null; backup: string | null; sponsor: string | null };
  segment: Segment | null;
  grade: Grade | null;
  revenue_12m_minor: number;
  health_band: HealthBand | null;
  status: MembershipStatus;
  rule_version: number;
  scorecard: Scorecard;
  score: number;
  because: string;
  exception_because: string | null;
  nominated_by: { id: string; name: string };
  nominated_at: Date;
  approval: { id: string; kind: "programme_entry" | "programme_exit" } | null;
  decided_by: { id: string; name: string } | null;
  decided_at: Date | null;
  decision_note: string | null;
  active_since_on: string | null;
  review_due_on: string | null;
  reviewed_on: string | null;
  exit_because: string | null;
  exited_on: string | null;
  version: number;
}

const userOf = (column: string) =>
  sql`(select jsonb_build_object('id', u.id, 'name', u.name) from app_user u where u.tenant_id = m.tenant_id and u.id = ${sql.ref(column)})`;

/** Memberships in the actor's sight that meet a condition on `programme_membership m`, best score first. */
export const listMemberships = async (
  db: Db,
  tenantId: string,
  condition: RawBuilder<unknown>,
  limit = 2_000,
): Promise<MembershipRecord[]> => {
  const { rows } = await sql<MembershipRecord>`
    select m.id, m.account_id, a.name as account_name, ${userOf("a.manager_user_id")} as manager,
      jsonb_build_object('manager', a.manager_user_id, 'backup', a.backup_user_id, 'sponsor', a.sponsor_user_id) as seats,
      s.segment, s.grade, coalesce(s.revenue_12m_minor, 0) as revenue_12m_minor, h.band as health_band, m.status, m.rule_version,
      m.scorecard, m.score, m.because, m.exception_because, ${userOf("m.nominated_by")} as nominated_by, m.nominated_at,
      (select jsonb_build_object('id', p.id, 'kind', p.kind) from approval p where p.tenant_id = m.tenant_id
        and p.subject_id = m.id and p.status = 'pending' and p.kind in ('programme_entry', 'programme_exit') limit 1) as approval,
      ${userOf("m.decided_by")} as decided_by, m.decided_at, m.decision_note, m.active_since_on, m.review_due_on,
      m.reviewed_on, m.exit_because, m.exited_on, m.version
    from programme_membership m
    join account a on a.tenant_id = m.tenant_id and a.id = m.account_id
    left join account_standing s on s.tenant_id = m.tenant_id and s.account_id = m.account_id
    left join account_health h on h.tenant_id = m.tenant_id and h.account_id = m.account_id
    where m.tenant_id = ${tenantId}::uuid and ${condition}
    order by m.score desc, m.nominated_at desc, m.id limit ${limit}`.execute(db);
  return rows;
};

export interface MembershipReader {
  readonly actor: Actor;
  readonly tenantId: string;
  readonly today: IsoDay;
}

/** The records as they go over the wire; which seats ought to be filled is asked of the service policy once. */
export const toMembershipViews = async (
  db: Db,
  { actor, tenantId, today }: MembershipReader,
  records: readonly MembershipRecord[],
): Promise<MembershipView[]> => {
  const policy = await findPolicyInForce(db, tenantId, today);
  return records.map((record) => {
    const demanded = demandedSeats({
      grade: record.grade,
      isProgrammeMember: true,
      demanded: policyLineFor(policy, record).because.seats,
    });
    return {
      id: record.id,
      account: { id: record.account_id, name: record.account_name },
      manager: record.manager,
      segment: record.segment,
      grade: record.grade,
      revenue12mMinor: Number(record.revenue_12m_minor),
      healthBand: record.health_band,
      missingSeats: mainSeats.filter(
        (seat) => demanded[seat] !== undefined && record.seats[seat] === null,
      ),
      status: record.status,
      ruleVersion: record.rule_version,
      scorecard: Object.entries(record.scorecard).map(([key, { score, because, reason }]) => ({
        key,
        score,
        because,
        reason: reason && { code: reason.code, params: { ...reason.params } },
      })),
      score: record.score,
      because: record.because,
      exceptionBecause: record.exception_because,
      nominatedBy: record.nominated_by,
      nominatedAt: record.nominated_at.toISOString(),
      approval: record.approval,
      decidedBy: record.decided_by,
      decidedAt: record.decided_at?.toISOString() ?? null,
      decisionNote: record.decision_note,
      activeSinceOn: record.active_since_on,
      reviewDueOn: record.review_due_on,
      isReviewDue:
        record.status === "active" &&
        record.review_due_on !== null &&
        record.review_due_on <= today,
      reviewedOn: record.reviewed_on,
      exitBecause: record.exit_because,
      exitedOn: record.exited_on,
      version: record.version,
      can: membershipAbilities(actor, {
        status: record.status,
        isExitAsked: record.approval?.kind === "programme_exit",
      }),
    };
  });
};

/** One membership; `programme.not_found` when it is not there for this actor. */
export const getMembershipView = async (
  db: Db,
  reader: MembershipReader,
  membershipId: string,
): Promise<MembershipView> => {
  const found = await listMemberships(db, reader.tenantId, sql`m.id = ${membershipId}::uuid`, 1);
  const [view] = await toMembershipViews(db, reader, found);
  if (!view) throw new AppError("programme.not_found");
  return view;
};

/** Members of the whole programme; ask with every account in sight. */
export const countActive = async (db: Db, tenantId: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from programme_membership where tenant_id = ${tenantId}::uuid and status = 'active'`.execute(
    db,
  );
  return Number(rows[0]?.n ?? 0);
};

/** Whoever changes who is in the programme waits for others who do, so that its cap holds. */
export const lockProgramme = async (tx: Tx, tenantId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`programme:${tenantId}`}, 0))`.execute(
    tx,
  );
};
