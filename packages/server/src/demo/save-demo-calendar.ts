import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { CalendarEntryKind } from "@mainstay/domain/calendar-entry/calendar-entry-kind";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { newId } from "../platform/clock/new-id.ts";
import { copyInto } from "../platform/db/copy-into.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { DemoTeam } from "./save-demo-team.ts";

const columns =
  "tenant_id id owner_user_id account_id kind title place on_date starts_minute lasts_minutes recurrence our_user_ids";

type Plan = readonly [
  kind: CalendarEntryKind,
  title: string,
  place: string | null,
  startsMinute: number,
  lastsMinutes: number,
];

/** What is planned with the customers, taken in turn. */
const plans: readonly Plan[] = [
  ["visit", "季度拜访：交期与明年用量", "客户工厂", 570, 120],
  ["meeting", "技术交流：新牌号试用", "视频会议", 840, 60],
  ["call", "对账与回款确认", null, 600, 30],
  ["visit", "高管拜访：年度合作框架", "客户总部", 630, 90],
  ["meeting", "业务复盘", "我方会议室", 900, 90],
];

/** The nearest weekday at or after a day. */
const weekday = (day: DayNumber): DayNumber => {
  const place = (((day + 3) % 7) + 7) % 7;
  return place === 5 ? day + 2 : place === 6 ? day + 1 : day;
};

/**
 * What the demo's managers plan for the week gone by and the two ahead: visits and calls with their key accounts, a monthly
 * reconciliation, the weekly meeting of the team; whoever generated the demo takes part in some of it.
 */
export const saveDemoCalendar = async (
  tx: Tx,
  tenantId: TenantId,
  keyIds: readonly string[],
  team: DemoTeam,
  today: DayNumber,
  guest: string | null,
): Promise<void> => {
  const accounts = await tx
    .selectFrom("account")
    .select(["id", "manager_user_id"])
    .where("tenant_id", "=", tenantId)
    .where("id", "in", keyIds.length > 0 ? [...keyIds] : [tenantId])
    .execute();
  const managerOf = new Map(accounts.map(({ id, manager_user_id }) => [id, manager_user_id]));
  const guests = guest === null ? [] : [guest];
  const withCustomers = keyIds.slice(0, 24).map((accountId, at) => {
    const [kind, title, place, starts, lasts] = plans[at % plans.length] ?? plans[0]!;
    const isMonthly = kind === "call";
    return [
      tenantId,
      newId(),
      managerOf.get(accountId) ?? team.managers[0] ?? "",
      accountId,
      kind,
      title,
      place,
      isoFromDayNumber(weekday(today - 5 + ((at * 5) % 19))),
      starts,
      lasts,
      isMonthly ? "FREQ=MONTHLY" : null,
      at % 4 === 0 ? guests : [],
    ];
  });
  const weekly = team.managers
    .slice(0, 1)
    .map((owner) => [
      tenantId,
      newId(),
      owner,
      null,
      "meeting",
      "大客户周会",
      "我方会议室",
      isoFromDayNumber(weekday(today - 14)),
      540,
      45,
      "FREQ=WEEKLY",
      [...team.managers.slice(1), ...guests],
    ]);
  await copyInto(tx, "calendar_entry", columns.split(" "), [...withCustomers, ...weekly]);
};
