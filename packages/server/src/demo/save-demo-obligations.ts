import {
  type DayNumber,
  dayNumberFromIso,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import type { DifferentDays } from "@mainstay/domain/calendar/working-days";
import { dueDayIn } from "@mainstay/domain/obligation/due-day";
import type { Cadence } from "@mainstay/domain/service-policy/cadence";
import { dutyPeriodsBetween } from "@mainstay/domain/service-policy/duty-period";
import type {
  Duty,
  DutyKind,
  PolicyLineKey,
  PolicyLines,
} from "@mainstay/domain/service-policy/service-terms";
import { shippedServicePolicy } from "@mainstay/domain/service-policy/shipped-service-policy";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { matchAccountContacts } from "../obligation/match-account-contacts.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { loadDifferentDays } from "../workday/different-days.ts";
import type { DemoTeam } from "./save-demo-team.ts";

const monthsOfHistory = 8;
const accountsOwed = 24;

interface LargeAccount {
  id: string;
  manager_user_id: string | null;
}

/** What the demo published at its beginning: the shipped policy, with budgets of its own. */
const demoLines: PolicyLines = {
  ...shippedServicePolicy.lines,
  "grade:strategic": {
    ...shippedServicePolicy.lines["grade:strategic"],
    benefitBudgetMinor: 20_000_000,
  },
  "grade:key": { ...shippedServicePolicy.lines["grade:key"], benefitBudgetMinor: 5_000_000 },
};

interface DemoObligation {
  id: string;
  account_id: string;
  kind: DutyKind;
  contact_kinds: readonly string[];
  policy_line: PolicyLineKey;
  period_from: string;
  period_to: string;
  due_on: string;
  owner_user_id: string | null;
  /** 0 … 99, the same every time: how well the owner kept this one. */
  luck: number;
}

/** On time below this luck, by manager: they do not all keep their promises equally well. */
const keptShares = [88, 74, 52, 81] as const;

const notes: Record<DutyKind, readonly string[]> = {
  visit: ["在客户现场对了交付计划，会议纪要已双方确认", "与客户当面复盘了上期问题清单，三项已关闭"],
  review: ["与采购、使用部门一起复盘了上季度，下季度计划已确认"],
  executive_meeting: ["双方高管会晤，确认了明年的合作方向"],
  value_report: ["季度价值报告已发采购部与使用部门，对方已确认收到"],
};
const dropReasons = ["客户停产检修，双方同意本期不访", "客户搬迁新厂，约定下期一并安排"] as const;

const dutyOf = (line: PolicyLineKey, kind: DutyKind): Duty => {
  const duty = demoLines[line]?.duties?.[kind];
  if (!duty) throw new Error(`the shipped policy has no ${kind} in ${line}`);
  return duty;
};

/** Which duties they have had: most are visited monthly, every third one is still growing. */
const dutiesOf = (index: number): [DutyKind, PolicyLineKey][] => [
  index % 3 === 2 ? ["review", "segment:high_potential"] : ["visit", "segment:core"],
  ...(index < 6
    ? ([
        ["value_report", "grade:strategic"],
        ["executive_meeting", "grade:strategic"],
      ] as [DutyKind, PolicyLineKey][])
    : []),
];

/** The customers that buy most, and who manages each: they are what the policy owes most. */
const listLargest = async (tx: Tx, tenantId: TenantId) => {
  const { rows } = await sql<LargeAccount>`
    select a.id, a.manager_user_id from account a join order_day d on d.tenant_id = a.tenant_id and d.account_id = a.id
    where a.tenant_id = ${tenantId}::uuid and d.on_date > (select max(on_date) - 365 from order_day where tenant_id = ${tenantId}::uuid)
    group by a.tenant_id, a.id, a.manager_user_id order by sum(d.base_net_minor) desc, a.external_id limit ${accountsOwed}`.execute(
    tx,
  );
  return rows;
};

const drawObligations = (
  accounts: readonly LargeAccount[],
  team: DemoTeam,
  today: DayNumber,
  different: DifferentDays,
) => {
  const obligations: DemoObligation[] = [];
  const duties: { account_id: string; kind: DutyKind; every: Cadence; first_from_on: string }[] =
    [];
  for (const [index, { id: accountId, manager_user_id }] of accounts.entries()) {
    for (const [kind, line] of dutiesOf(index)) {
      const duty = dutyOf(line, kind);
      const periods = dutyPeriodsBetween(duty.every, today - monthsOfHistory * 30, today);
      const first = isoFromDayNumber(periods[0]?.from ?? today);
      duties.push({ account_id: accountId, kind, every: duty.every, first_from_on: first });
      for (const [turn, period] of periods.entries()) {
        obligations.push({
          id: newId(),
          account_id: accountId,
          kind,
          contact_kinds: duty.contactKinds,
          policy_line: line,
          period_from: isoFromDayNumber(period.from),
          period_to: isoFromDayNumber(period.to),
          due_on: dueDayIn(period, different),
          owner_user_id: kind === "executive_meeting" ? team.sponsor : manager_user_id,
          luck: (index * 37 + turn * 53 + kind.length * 11) % 100,
        });
      }
    }
  }
  return { obligations, duties };
};

/** How a past obligation that no contact met came out. */
const outcomeOf = (one: DemoObligation, team: DemoTeam) => {
  const kept = keptShares[team.managers.indexOf(one.owner_user_id ?? "")] ?? 70;
  const due = dayNumberFromIso(one.due_on) ?? 0;
  const byHand = {
    fulfilled_by: one.owner_user_id,
    note: notes[one.kind][one.luck % notes[one.kind].length],
  };
  if (one.luck < kept)
    return { status: "fulfilled", on: isoFromDayNumber(due - (one.luck % 12)), ...byHand };
  if (one.luck < kept + 8)
    return { status: "fulfilled", on: isoFromDayNumber(due + 2 + (one.luck % 5)), ...byHand };
  if (one.luck >= 96)
    return { status: "dropped", because: dropReasons[one.luck % dropReasons.length] };
  return { status: "missed" };
};

/**
 * Eight months of what the demo's largest accounts were owed: some kept, some late, some missed, some dropped for a reason, some
 * moved by agreement, and a few still overdue. Contacts the demo already has meet what they meet.
 */
export const saveDemoObligations = async (
  tx: Tx,
  tenantId: TenantId,
  team: DemoTeam,
  today: DayNumber,
): Promise<void> => {
  const on = isoFromDayNumber(today);
  const begin = isoFromDayNumber(today - (monthsOfHistory + 1) * 30);
  await tx
    .insertInto("service_policy")
    .values({
      tenant_id: tenantId,
      version: 1,
      effective_from: begin,
      terms: JSON.stringify(demoLines),
      note: "年度服务承诺：沿用默认频率，战略级与重点级加上年度权益预算",
      published_at: new Date(`${begin}T02:00:00Z`),
    })
    .execute();
  const different = await loadDifferentDays(tx, tenantId, begin, isoFromDayNumber(today + 400));
  const accounts = await listLargest(tx, tenantId);
  const accountIds = accounts.map(({ id }) => id);
  const { obligations, duties } = drawObligations(accounts, team, today, different);
  await sql`insert into service_duty (tenant_id, account_id, kind, every, since_on, first_from_on)
    select ${tenantId}::uuid, d.account_id, d.kind, d.every, d.first_from_on, d.first_from_on
    from jsonb_to_recordset(${JSON.stringify(duties)}::jsonb) as d (account_id uuid, kind text, every text, first_from_on date)`.execute(
    tx,
  );
  await sql`insert into obligation (tenant_id, id, account_id, kind, contact_kinds, policy_version, policy_line, period_from,
      period_to, due_on, owner_user_id)
    select ${tenantId}::uuid, o.id, o.account_id, o.kind, o.contact_kinds, 1, o.policy_line, o.period_from, o.period_to, o.due_on,
      o.owner_user_id
    from jsonb_to_recordset(${JSON.stringify(obligations)}::jsonb) as o (id uuid, account_id uuid, kind text, contact_kinds text[],
      policy_line text, period_from date, period_to date, due_on date, owner_user_id uuid)`.execute(
    tx,
  );
  const met = new Set(
    (await matchAccountContacts(tx, tenantId, accountIds, begin)).map(
      ({ obligationId }) => obligationId,
    ),
  );
  await settlePast(
    tx,
    tenantId,
    team,
    on,
    obligations.filter(({ id }) => !met.has(id)),
  );
  await moveSome(tx, tenantId, on);
};

/** Past periods come out one way or another; of those that ended last, the unlucky ones are still overdue. */
const settlePast = async (
  tx: Tx,
  tenantId: TenantId,
  team: DemoTeam,
  today: string,
  unmet: readonly DemoObligation[],
): Promise<void> => {
  const keyOf = ({ account_id, kind }: DemoObligation) => `${account_id} ${kind}`;
  const past = unmet.filter(({ period_to }) => period_to < today);
  const lastEnded = new Map(past.map((one) => [keyOf(one), one.id]));
  const settled = past
    .filter((one) => lastEnded.get(keyOf(one)) !== one.id || one.luck < 60)
    .map((one) => ({ id: one.id, ...outcomeOf(one, team) }));
  await sql`update obligation o set status = d.status, fulfilled_on = case when d."on" is not null then least(d."on", ${today}::date) end, fulfilled_by = d.fulfilled_by,
      fulfilment_note = d.note, dropped_because = d.because
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as d (id uuid, status text, "on" date, fulfilled_by uuid, note text, because text)
    where o.tenant_id = ${tenantId}::uuid and o.id = d.id`.execute(tx);
};

/** The first open ones of three accounts were moved a few days, each as agreed with somebody there. */
const moveSome = async (tx: Tx, tenantId: TenantId, today: string): Promise<void> => {
  await sql`
    with chosen as (
      select o.id, o.due_on, o.owner_user_id, (select p.person_id from position p
        join person h on h.tenant_id = p.tenant_id and h.id = p.person_id and not h.is_placeholder
        where p.tenant_id = o.tenant_id and p.account_id = o.account_id and p.ends_on is null order by p.id limit 1) as person_id
      from obligation o where o.tenant_id = ${tenantId}::uuid and o.status = 'open' and o.due_on > ${today}::date
      order by o.due_on, o.account_id limit 3),
    moved as (
      update obligation o set due_on = c.due_on + 4, moves = 1 from chosen c
      where o.tenant_id = ${tenantId}::uuid and o.id = c.id returning o.id)
    insert into obligation_move (tenant_id, id, obligation_id, from_due_on, to_due_on, agreed_with_person_id, note, moved_by)
    select ${tenantId}::uuid, gen_random_uuid(), c.id, c.due_on, c.due_on + 4, c.person_id, '客户月底盘点，约到盘点之后', c.owner_user_id
    from chosen c join moved m on m.id = c.id where c.person_id is not null`.execute(tx);
};
