import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { keepExperts } from "../account-team/team-queries.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { saveDemoProgramme } from "./save-demo-programme.ts";
import type { DemoTeam } from "./save-demo-team.ts";

const specialists = [
  ["technical_expert", "负责选型与联合测试"],
  ["delivery", "驻场协调交付计划"],
  ["product", "新品导入的产品接口"],
  ["finance", "账期与对账"],
] as const;

/** Experts on the teams of the first key accounts, one who has left, and what they see through it. */
const saveExperts = async (
  tx: Tx,
  tenantId: TenantId,
  people: readonly { account: string; manager: string }[],
  team: DemoTeam,
  day: DayNumber,
): Promise<void> => {
  for (const [at, { account, manager }] of people.slice(0, 6).entries()) {
    const others = team.managers.filter((id) => id !== manager);
    const count = 1 + (at % 2);
    for (let place = 0; place < count; place++) {
      const [seat, note] = specialists[(at + place) % specialists.length] ?? specialists[0];
      await tx
        .insertInto("account_team_member")
        .values({
          tenant_id: tenantId,
          id: newId(),
          account_id: account,
          user_id: others[(at + place) % others.length] ?? manager,
          seat,
          since_on: isoFromDayNumber(day - 300 + at * 30),
          until_on: at === 4 ? isoFromDayNumber(day - 20) : null,
          note,
        })
        .execute();
    }
    await keepExperts(tx, tenantId, account);
  }
};

/** Everything that waits for a second person in the demo, who stands in for whom, the programme and the teams. */
export const saveDemoApprovals = async (
  tx: Tx,
  tenantId: TenantId,
  keyIds: readonly string[],
  team: DemoTeam,
  day: DayNumber,
): Promise<void> => {
  const { rows: owned } = await sql<{ account: string; manager: string }>`
    select id as account, manager_user_id as manager from account
    where tenant_id = ${tenantId}::uuid and id = any(${[...keyIds]}::uuid[]) and manager_user_id is not null`.execute(
    tx,
  );
  const people = keyIds.flatMap((id) => owned.find(({ account }) => account === id) ?? []);
  const admin = await tx
    .selectFrom("app_user")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("role", "=", "admin")
    .orderBy("created_at")
    .executeTakeFirst();
  if (!admin) return;
  await tx
    .insertInto("absence")
    .values({
      tenant_id: tenantId,
      id: newId(),
      user_id: team.sponsor,
      delegate_user_id: admin.id,
      from_on: isoFromDayNumber(day - 2),
      to_on: isoFromDayNumber(day + 6),
      note: "出差走访海外客户",
    })
    .execute();
  await saveDemoProgramme(tx, tenantId, people, {
    deciderId: admin.id,
    sponsorId: team.sponsor,
    day,
  });
  await saveExperts(tx, tenantId, people, team, day);
  const gift = (at: number, days: number, valueMinor: number, byRule: boolean) => {
    const who = people[at];
    if (!who) return [];
    const when = new Date(`${isoFromDayNumber(day - days)}T01:30:00Z`);
    return [
      {
        tenant_id: tenantId,
        id: newId(),
        kind: "gift",
        subject_kind: "gift",
        account_id: who.account,
        reason: JSON.stringify({
          code: "approval.gift",
          params: {
            giftKind: "gift",
            value: { minor: valueMinor, currency: "CNY" },
            why: byRule ? "within_limit" : "above_own_limit",
            count: 0,
            total: { minor: 0, currency: "CNY" },
          },
        }),
        note: byRule ? "项目验收纪念品，印有双方标识" : "合作五周年纪念品，赠予对方单位",
        detail: JSON.stringify({
          giftKind: "gift",
          costCentre: "KA-大客户部",
          givenOn: isoFromDayNumber(day - days + 3),
          isGivenOpenly: true,
          isPublicSector: false,
          isBidOpen: false,
        }),
        amount_minor: valueMinor,
        requested_by: who.manager,
        requested_at: when,
        approver_role: "director",
        due_on: isoFromDayNumber(day - days + 2),
        ...(byRule && { status: "approved", is_by_rule: true, decided_at: when }),
      },
    ];
  };
  const rows = [...gift(1, 1, 36_000, false), ...gift(3, 16, 15_000, true)];
  for (const row of rows) await tx.insertInto("approval").values(row).execute();
};
