import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { shippedClockSetting } from "@mainstay/domain/case/case-clock-setting";
import { promiseFor, reckonCaseDues } from "@mainstay/domain/case/case-clocks";
import type { CaseEventKind } from "@mainstay/domain/case/case-kind";
import { shippedServicePolicy } from "@mainstay/domain/service-policy/shipped-service-policy";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { zonedInstant } from "../calendar-feed/zoned-instant.ts";
import { businessCalendarOf } from "../case/business-calendar-of.ts";
import { recordCaseEvent } from "../case/record-case-event.ts";
import { dueColumns, settleClocks } from "../case/settle-clocks.ts";
import { newId } from "../platform/clock/new-id.ts";
import { readTimeZone } from "../platform/clock/workspace-today.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { type DemoCase, demoCases } from "./demo-cases.ts";
import { saveDemoCallBack } from "./save-demo-call-back.ts";
import { saveDemoDepartments } from "./save-demo-departments.ts";
import type { DemoTeam } from "./save-demo-team.ts";

const hourMs = 3_600_000;

interface KeyAccount {
  readonly id: string;
  readonly manager: string;
  readonly person: string | null;
}

interface Happening {
  readonly kind: CaseEventKind;
  /** After the opening. */
  readonly hours: number;
  readonly by: string | null;
  readonly words?: string;
  readonly isPublic?: boolean;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** What happened to a case by its stage, in hours after its opening. */
const happeningsOf = (
  { stage, solution = "", hoursAgo, isAboutManager }: DemoCase,
  { manager, desk, sponsor }: { manager: string; desk: string; sponsor: string },
): Happening[] => {
  const reply = (words: string, hours = 1.5): Happening => ({
    kind: "replied",
    hours,
    by: desk,
    words,
    isPublic: true,
  });
  const hello = reply("您好，已收到您的申告，我们正在安排，今天内给您方案。");
  const solved = (hours: number): Happening => ({
    kind: "solved",
    hours,
    by: desk,
    words: solution,
    isPublic: true,
  });
  const closed = (hours: number, score: number): Happening[] => [
    { kind: "confirmed", hours, by: null, isPublic: true, detail: { score } },
    { kind: "closed", hours, by: null, isPublic: true, detail: { score } },
  ];
  const escalated = (hours: number, by: "manager" | "sponsor"): Happening => ({
    kind: "escalated",
    hours,
    by: null,
    detail: {
      step: by,
      because: by === "manager" ? "overdue" : "still_overdue",
      clock: "reply",
      userIds: [by === "manager" ? manager : sponsor],
    },
  });
  if (stage === "new") return [];
  if (stage === "replied")
    return [
      reply("工程师已出发，预计一小时内到达。", 0.4),
      {
        kind: "noted",
        hours: 0.6,
        by: desk,
        words: isAboutManager
          ? "客户点名投诉客户经理，由服务台处理，经理回避。"
          : "备件从区域仓发出。",
      },
    ];
  if (stage === "offered")
    return [
      hello,
      {
        kind: "transfer_offered",
        hours: 3,
        by: desk,
        words: "商务问题，请客户经理接手",
        detail: { toUserId: manager },
      },
    ];
  if (stage === "transferred")
    return [
      hello,
      {
        kind: "transfer_offered",
        hours: 2,
        by: desk,
        words: "设备在您负责的项目上",
        detail: { toUserId: manager },
      },
      {
        kind: "transfer_accepted",
        hours: 4,
        by: manager,
        detail: { fromUserId: desk, toUserId: manager },
      },
    ];
  if (stage === "paused")
    return [
      hello,
      {
        kind: "feedback",
        hours: 20,
        by: desk,
        words: "初步判断为密封件材质问题，建议在停机窗口更换。",
        isPublic: true,
      },
      { kind: "paused", hours: 30, by: desk, words: "客户同意等年度停机窗口一起更换" },
    ];
  if (stage === "overdue")
    return [
      { kind: "overran", hours: Math.min(26, hoursAgo - 8), by: null, detail: { clock: "reply" } },
      escalated(Math.min(26, hoursAgo - 8), "manager"),
      escalated(Math.min(36, hoursAgo - 2), "sponsor"),
    ];
  if (stage === "duplicate") return [{ kind: "marked_duplicate", hours: 1, by: desk }];
  const first = [hello, solved(20)];
  if (stage === "solved") return first;
  if (stage === "reopened")
    return [
      ...first,
      {
        kind: "dissatisfied",
        hours: 60,
        by: null,
        words: "换一台电脑还是打不开。",
        isPublic: true,
        detail: { score: 2 },
      },
      { kind: "reopened", hours: 60, by: null, isPublic: true, detail: { reopened: 1 } },
      reply("抱歉，工程师今天远程逐台排查。", 62),
    ];
  if (stage === "rescored")
    return [
      ...first,
      {
        kind: "dissatisfied",
        hours: 50,
        by: null,
        words: "问题又出现了。",
        isPublic: true,
        detail: { score: 2 },
      },
      { kind: "reopened", hours: 50, by: null, isPublic: true, detail: { reopened: 1 } },
      solved(90),
      ...closed(110, 5),
    ];
  if (stage === "called_back")
    return [
      ...first,
      { kind: "called_back", hours: 44, by: manager, detail: { score: 4 } },
      { kind: "closed", hours: 44, by: manager, isPublic: true, detail: { score: 4 } },
    ];
  return [...first, ...closed(40, 5)];
};

/** How a stage stands at rest. */
const restOf = (
  stage: DemoCase["stage"],
  at: (hours: number) => Date,
): Readonly<Record<string, unknown>> => {
  const replied = { replied_at: at(1.5) };
  const over = { ...replied, solved_at: at(20), status: "closed" };
  switch (stage) {
    case "new":
      return {};
    case "replied":
      return { replied_at: at(0.4) };
    case "offered":
    case "transferred":
      return replied;
    case "paused":
      return { ...replied, feedback_at: at(20), status: "paused" };
    case "overdue":
      return { escalation_level: 3, escalated_at: at(36), overran_clocks: ["reply", "solve"] };
    case "duplicate":
      return { status: "duplicate" };
    case "solved":
      return { ...replied, solved_at: at(20), status: "solved" };
    case "reopened":
      return { ...replied, reopened: 1, first_score: 2, score: 2, clock_from_at: at(60) };
    case "rescored":
      return {
        ...over,
        solved_at: at(90),
        closed_at: at(110),
        closed_by: "customer",
        reopened: 1,
        first_score: 2,
        score: 5,
      };
    case "called_back":
      return { ...over, closed_at: at(44), closed_by: "call_back", first_score: 4, score: 4 };
    case "closed":
      return { ...over, closed_at: at(40), closed_by: "customer", first_score: 5, score: 5 };
  }
};

/** Somebody of ours who takes calls; has no password, like the rest of the demo's team. */
const saveDesk = async (tx: Tx, tenantId: string): Promise<string> => {
  const id = newId();
  const desk = {
    email: "demo-desk@demo.invalid",
    name: "孙悦（演示）",
    role: "service",
    visibility: "all",
  };
  await tx
    .insertInto("app_user")
    .values({ tenant_id: tenantId, id, ...desk })
    .execute();
  return id;
};

const listKeyAccounts = async (tx: Tx, tenantId: string, keyIds: readonly string[]) => {
  const { rows } = await sql<KeyAccount>`
    select a.id, a.manager_user_id as manager, (select p.person_id from "position" p
        join person n on n.tenant_id = p.tenant_id and n.id = p.person_id and not n.is_placeholder
        where p.tenant_id = a.tenant_id and p.account_id = a.id and p.ends_on is null order by n.name, n.id limit 1) as person
    from account a where a.tenant_id = ${tenantId}::uuid and a.id = any(${[...keyIds]}::uuid[]) and a.manager_user_id is not null
    order by array_position(${[...keyIds]}::uuid[], a.id)`.execute(tx);
  return rows;
};

/**
 * The cases of the demo: every state, level and channel in these weeks, a year of closed ones before. Their clocks are reckoned by the rule,
 * so that what is overdue is so by it.
 */
export const saveDemoCases = async (
  tx: Tx,
  tenantId: TenantId,
  keyIds: readonly string[],
  team: DemoTeam,
  day: DayNumber,
): Promise<void> => {
  const accounts = await listKeyAccounts(tx, tenantId, keyIds);
  if (accounts.length === 0) return;
  const departments = await saveDemoDepartments(tx, tenantId);
  const desk = await saveDesk(tx, tenantId);
  const midnight = zonedInstant(await readTimeZone(tx, tenantId), isoFromDayNumber(day), 0);
  const calendar = await businessCalendarOf(tx, tenantId, midnight, shippedClockSetting);
  const cases = demoCases(accounts.length).toSorted((a, b) => b.hoursAgo - a.hoursAgo);
  const openedOf = new Map<number, string>();
  for (const [index, one] of cases.entries()) {
    const account = accounts[one.at] ?? accounts[0]!;
    const from = new Date(midnight.getTime() - one.hoursAgo * hourMs);
    const at = (hours: number) =>
      new Date(Math.min(from.getTime() + hours * hourMs, midnight.getTime()));
    const rest = restOf(one.stage, at);
    const placed = {
      segment: "core" as const,
      grade: one.isGreen ? ("strategic" as const) : ("key" as const),
    };
    const promise = promiseFor(shippedServicePolicy, placed);
    const pause =
      one.stage === "paused"
        ? { from: at(30), to: new Date(midnight.getTime() + 9 * 24 * hourMs) }
        : null;
    const dues = reckonCaseDues({
      level: one.level,
      from: one.stage === "reopened" ? at(60) : from,
      promise,
      pauses: pause ? [pause] : [],
      setting: shippedClockSetting,
      calendar,
    });
    const id = newId();
    const duplicateOf = one.stage === "duplicate" ? (openedOf.get(one.at) ?? null) : null;
    const handler = one.stage === "transferred" ? account.manager : desk;
    await tx
      .insertInto("service_case")
      .values({
        tenant_id: tenantId,
        id,
        number: index + 1,
        account_id: account.id,
        kind: one.kind,
        level: one.level,
        title: one.title,
        description: one.description,
        channel: one.channel,
        person_id: account.person,
        department_id: departments[one.department],
        cause: one.cause ?? null,
        solution: one.solution ?? null,
        first_responder_id: desk,
        handler_user_id: handler,
        complained_user_ids: one.isAboutManager ? [account.manager] : [],
        green_channel: promise.greenChannel !== null,
        owed: JSON.stringify(promise),
        opened_by: one.channel === "public_page" || one.channel === "email" ? null : desk,
        opened_at: from,
        clock_from_at: from,
        duplicate_of_id: duplicateOf,
        ...dueColumns(dues),
        ...rest,
        ...(duplicateOf === null && one.stage === "duplicate" && { status: "open" }),
      })
      .execute();
    if (one.stage !== "duplicate") openedOf.set(one.at, id);
    const world = { account, desk, sponsor: team.sponsor, at, until: pause?.to ?? null };
    await saveHappenings(tx, tenantId, id, one, world);
    if (pause)
      await tx
        .insertInto("case_pause")
        .values({
          tenant_id: tenantId,
          id: newId(),
          case_id: id,
          paused_at: pause.from,
          until_at: pause.to,
          reason: "客户同意等年度停机窗口一起更换",
          agreed_by_person_id: account.person,
          agreed_by_name: account.person === null ? "客户设备主管" : "",
          agreed_via: "phone",
          agreed_at: pause.from,
          paused_by: desk,
        })
        .execute();
    if (one.stage === "called_back") await saveDemoCallBack(tx, tenantId, id, account, at(44));
    if (one.stage === "offered" || one.stage === "transferred")
      await tx
        .insertInto("case_transfer")
        .values({
          tenant_id: tenantId,
          id: newId(),
          case_id: id,
          from_user_id: desk,
          to_user_id: account.manager,
          offered_by: desk,
          offered_at: at(2),
          reason: one.stage === "offered" ? "商务问题，请客户经理接手" : "设备在您负责的项目上",
          ...(one.stage === "transferred" && {
            status: "accepted",
            answered_by: account.manager,
            answered_at: at(4),
          }),
        })
        .execute();
    await settleClocks(tx, tenantId, id, { dues: false });
  }
  await sql`insert into case_counter (tenant_id, last_number) values (${tenantId}::uuid, ${cases.length})
    on conflict (tenant_id) do update set last_number = excluded.last_number`.execute(tx);
};

interface HappeningsWorld {
  readonly account: KeyAccount;
  readonly desk: string;
  readonly sponsor: string;
  readonly at: (hours: number) => Date;
  readonly until: Date | null;
}

const saveHappenings = async (
  tx: Tx,
  tenantId: string,
  caseId: string,
  one: DemoCase,
  { account, desk, sponsor, at, until }: HappeningsWorld,
): Promise<void> => {
  const opened: Happening = {
    kind: "opened",
    hours: 0,
    by: desk,
    isPublic: true,
    detail: { channel: one.channel, level: one.level },
  };
  for (const { hours, by, ...event } of [
    opened,
    ...happeningsOf(one, { manager: account.manager, desk, sponsor }),
  ])
    await recordCaseEvent(tx, {
      tenantId,
      caseId,
      at: at(hours),
      byUserId: by,
      byPersonId: by === null && event.isPublic ? account.person : null,
      ...event,
      ...(event.kind === "paused" && until && { detail: { until: until.toISOString() } }),
    });
};
