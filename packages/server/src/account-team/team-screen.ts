import type { AccountTeamView } from "@mainstay/contract/account-team";
import { isPermitted } from "@mainstay/domain/access/permission";
import { accountAbilities } from "@mainstay/domain/account/account-policy";
import type { Grade } from "@mainstay/domain/account/grade";
import type { Segment } from "@mainstay/domain/account/segment";
import { teamAbilities } from "@mainstay/domain/account-team/team-policy";
import { mainSeats } from "@mainstay/domain/account-team/team-seat";
import {
  demandedSeats,
  type TeamFacts,
  teamWarnings,
} from "@mainstay/domain/account-team/team-warnings";
import type { MembershipStatus } from "@mainstay/domain/programme/membership-status";
import { policyLineFor } from "@mainstay/domain/service-policy/service-terms";
import { sql } from "kysely";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import { beyondSight } from "../approval/beyond-sight.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findProgrammeRule } from "../programme/rule-queries.ts";
import { findPolicyInForce } from "../service-policy/policy-in-force.ts";
import { countKeyAccounts, listMembers, toMemberView } from "./team-queries.ts";

interface Around {
  segment: Segment | null;
  grade: Grade | null;
  bus_factor: number | null;
  thread_count: number | null;
  inactive: string[];
  programme: {
    id: string;
    status: MembershipStatus;
    score: number;
    activeSinceOn: string | null;
    reviewDueOn: string | null;
  } | null;
}

/** What decides the team's warnings beside the account itself, in one statement. */
const readAround = async (db: Db, tenantId: string, accountId: string): Promise<Around> => {
  const { rows } = await sql<Around>`
    select s.segment, s.grade, r.bus_factor, r.thread_count,
      (select coalesce(array_agg(u.id), '{}') from app_user u where u.tenant_id = a.tenant_id and not u.is_active
        and u.id in (a.manager_user_id, a.backup_user_id, a.sponsor_user_id)) as inactive,
      (select jsonb_build_object('id', p.id, 'status', p.status, 'score', p.score, 'activeSinceOn', p.active_since_on,
          'reviewDueOn', p.review_due_on)
        from programme_membership p where p.tenant_id = a.tenant_id and p.account_id = a.id
          and p.status in ('nominated', 'active')) as programme
    from account a
    left join account_standing s on s.tenant_id = a.tenant_id and s.account_id = a.id
    left join account_relationship r on r.tenant_id = a.tenant_id and r.account_id = a.id and r.project_id is null
    where a.tenant_id = ${tenantId}::uuid and a.id = ${accountId}::uuid`.execute(db);
  if (!rows[0]) throw new AppError("account.not_found");
  return rows[0];
};

/** Who works on the account, which seats must be filled and why, and what is risky about the team. */
export const readAccountTeam = async (
  db: Db,
  context: Pick<Context, "tenantId" | "actor" | "today">,
  accountId: string,
): Promise<AccountTeamView> => {
  const { tenantId, actor, today } = context;
  const account = await findAccount(db, tenantId, accountId);
  if (!account) throw new AppError("account.not_found");
  const around = await readAround(db, tenantId, accountId);
  const policy = policyLineFor(await findPolicyInForce(db, tenantId, today), around);
  const rule = await findProgrammeRule(db, tenantId);
  const holder = (id: string | null) =>
    id === null ? null : { id, isActive: !around.inactive.includes(id) };
  const managerId = account.manager_user_id;
  const facts: TeamFacts = {
    seats: {
      manager: holder(managerId),
      backup: holder(account.backup_user_id),
      sponsor: holder(account.sponsor_user_id),
    },
    grade: around.grade,
    isProgrammeMember: around.programme?.status === "active",
    demanded: policy.because.seats,
    busFactor: around.bus_factor,
    threadCount: around.thread_count,
    keyAccountsOfManager:
      managerId === null
        ? 0
        : await beyondSight(db, () => countKeyAccounts(db, tenantId, managerId)),
    accountsPerManager: rule.accountsPerManager,
  };
  const names = {
    manager: account.manager_name,
    backup: account.backup_name,
    sponsor: account.sponsor_name,
  };
  const demanded = demandedSeats(facts);
  const canEdit = teamAbilities(actor, teamOf(account)).edit;
  const members = await listMembers(db, tenantId, sql`m.account_id = ${accountId}::uuid`);
  const views = members.map((one) => toMemberView(one, canEdit));
  return {
    accountId,
    accountVersion: account.version,
    seats: mainSeats.map((seat) => {
      const held = facts.seats[seat];
      return {
        seat,
        user: held && { ...held, name: names[seat] ?? "" },
        demandedBy: demanded[seat] ?? null,
      };
    }),
    members: views.filter(({ untilOn }) => untilOn === null),
    past: views.filter(({ untilOn }) => untilOn !== null),
    warnings: teamWarnings(facts).map(({ code, params }) => ({ code, params: { ...params } })),
    busFactor: around.bus_factor,
    threadCount: around.thread_count,
    programme: around.programme,
    can: {
      edit: canEdit,
      editAccount: accountAbilities(actor, teamOf(account)).edit,
      nominate: around.programme === null && isPermitted(actor, "programme.nominate"),
    },
  };
};
