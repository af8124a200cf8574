import type { TeamMemberView } from "@mainstay/contract/account-team";
import { teamAbilities } from "@mainstay/domain/account-team/team-policy";
import type { MemberSeat } from "@mainstay/domain/account-team/team-seat";
import { sql } from "kysely";
import { lockAccount } from "../account/account-queries.ts";
import { accountTotals } from "../account/account-totals.ts";
import { teamOf } from "../account/account-view.ts";
import { personTotals } from "../person/person-list-queries.ts";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { seeingAll } from "../platform/db/seeing-all.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { demandActiveUsers } from "../user/demand-active-users.ts";
import { keepExperts, listMembers, type MemberRecord, toMemberView } from "./team-queries.ts";

/** The account in the actor's sight, locked, and theirs to change the team of. */
const lockTeam = async (tx: Tx, { tenantId, actor }: Context, accountId: string): Promise<void> => {
  const account = await lockAccount(tx, tenantId, accountId);
  if (!account) throw new AppError("account.not_found");
  if (!teamAbilities(actor, teamOf(account)).edit) throw new AppError("access.not_permitted");
};

/** The member of a present team, their account locked. */
const lockMember = async (tx: Tx, context: Context, memberId: string): Promise<MemberRecord> => {
  const find = () => listMembers(tx, context.tenantId, sql`m.id = ${memberId}::uuid`);
  const [seen] = await find();
  if (!seen) throw new AppError("team.member_not_found");
  await lockTeam(tx, context, seen.account_id);
  const [member] = await find();
  if (!member) throw new AppError("team.member_not_found");
  if (member.until_on !== null) throw new AppError("team.seat_ended");
  demandVersion(context, member.version);
  return member;
};

/** Keeps sight in step and gives the member as they stand now, also to who has just taken their own sight away. */
const settle = async (tx: Tx, context: Context, accountId: string, memberId: string) =>
  seeingAll(tx, async () => {
    await keepExperts(tx, context.tenantId, accountId);
    const [after] = await listMembers(tx, context.tenantId, sql`m.id = ${memberId}::uuid`);
    if (!after) throw new AppError("team.member_not_found");
    return toMemberView(after, true);
  });

const forget = ({ tenantId }: Context): void => {
  accountTotals.forget(tenantId);
  personTotals.forget(tenantId);
};

/** Somebody joins the team of an account; from now on they see it and all that hangs on it. */
export const addTeamMember = async (
  context: Context,
  accountId: string,
  draft: { userId: string; seat: MemberSeat; sinceOn?: string | null | undefined; note: string },
): Promise<TeamMemberView> => {
  const view = await context.write(async (tx) => {
    const { tenantId, today } = context;
    await lockTeam(tx, context, accountId);
    await demandActiveUsers(tx, tenantId, [draft.userId], "team.user_not_found");
    const sinceOn = draft.sinceOn ?? today;
    if (sinceOn > today) throw refuseField("sinceOn", "too_big");
    const id = newId();
    const { userId, seat, note } = draft;
    await tx
      .insertInto("account_team_member")
      .values({
        tenant_id: tenantId,
        id,
        account_id: accountId,
        user_id: userId,
        seat,
        since_on: sinceOn,
        note,
      })
      .execute();
    const what = { accountId, userId, seat };
    await recordAudit(tx, context, "team_member.added", { kind: "team_member", id }, what);
    return settle(tx, context, accountId, id);
  });
  forget(context);
  return view;
};

/** Changes what somebody does on the account, since when, or the note. */
export const changeTeamMember = (
  context: Context,
  memberId: string,
  change: {
    seat?: MemberSeat | undefined;
    sinceOn?: string | undefined;
    note?: string | undefined;
  },
): Promise<TeamMemberView> =>
  context.write(async (tx) => {
    const { tenantId, today, now } = context;
    const member = await lockMember(tx, context, memberId);
    if (change.sinceOn !== undefined && change.sinceOn > today)
      throw refuseField("sinceOn", "too_big");
    const { seat, sinceOn } = change;
    await tx
      .updateTable("account_team_member")
      .set({
        ...(seat !== undefined && { seat }),
        ...(sinceOn !== undefined && { since_on: sinceOn }),
        ...(change.note !== undefined && { note: change.note }),
        updated_at: now,
        version: member.version + 1,
      })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", memberId)
      .execute();
    const what = { accountId: member.account_id, userId: member.user_id, seat, sinceOn };
    const subject = { kind: "team_member", id: memberId };
    await recordAudit(tx, context, "team_member.changed", subject, what);
    return settle(tx, context, member.account_id, memberId);
  });

/** Somebody leaves the team today; that they were on it is kept. */
export const endTeamMember = async (
  context: Context,
  memberId: string,
): Promise<TeamMemberView> => {
  const view = await context.write(async (tx) => {
    const { tenantId, today, now } = context;
    const member = await lockMember(tx, context, memberId);
    await tx
      .updateTable("account_team_member")
      .set({ until_on: today, updated_at: now, version: member.version + 1 })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", memberId)
      .execute();
    const what = { accountId: member.account_id, userId: member.user_id, seat: member.seat };
    const subject = { kind: "team_member", id: memberId };
    await recordAudit(tx, context, "team_member.ended", subject, what);
    return settle(tx, context, member.account_id, memberId);
  });
  forget(context);
  return view;
};
