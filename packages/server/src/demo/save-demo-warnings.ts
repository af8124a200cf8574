import {
  type DayNumber,
  dayNumberFromIso,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { personSearchText } from "../person/person-search-text.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { demoContractEnds, demoLeavers, pastCadence, pastWarnings } from "./demo-warnings.ts";
import { saveDemoRescues } from "./save-demo-rescues.ts";
import type { DemoTeam } from "./save-demo-team.ts";

/**
 * What the demo is warned of and what became of earlier warnings: contracts that end, key contacts who left, a year of resolved
 * signals with their money, and rescues. The rounds raise the rest from the data themselves.
 */
export const saveDemoWarnings = async (
  tx: Tx,
  tenantId: TenantId,
  keyAccountIds: readonly string[],
  team: DemoTeam,
  today: DayNumber,
): Promise<void> => {
  const dayAgo = (days: number) => isoFromDayNumber(today - days);
  const base = { tx, tenantId, keyAccountIds, team, dayAgo };
  await saveContracts(base);
  await saveLeavers(base);
  const signalOf = await savePastWarnings(base);
  await savePastCadence(base);
  signalOf.set(0, await saveEndingContract(base));
  await saveDemoRescues(tx, tenantId, keyAccountIds, team, today, signalOf);
};

interface Base {
  readonly tx: Tx;
  readonly tenantId: TenantId;
  readonly keyAccountIds: readonly string[];
  readonly team: DemoTeam;
  readonly dayAgo: (days: number) => string;
}

const saveContracts = async ({ tx, tenantId, keyAccountIds, dayAgo }: Base): Promise<void> => {
  for (const [index, endsIn] of demoContractEnds.entries())
    await tx
      .updateTable("account")
      .set({ contract_start_on: dayAgo(730 - endsIn), contract_end_on: dayAgo(-endsIn) })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", keyAccountIds[index] ?? "")
      .execute();
};

/** People who are no longer there, with the meetings that made them important. */
const saveLeavers = async ({ tx, tenantId, keyAccountIds, team, dayAgo }: Base): Promise<void> => {
  for (const { at, name, title, role, leftDaysAgo, meetings } of demoLeavers) {
    const [accountId, personId] = [keyAccountIds[at] ?? "", newId()];
    const manager = team.managers[at % 4] ?? "";
    const person = { tenant_id: tenantId, id: personId, name, ...personSearchText({ name }) };
    await tx.insertInto("person").values(person).execute();
    await tx
      .insertInto("position")
      .values({
        tenant_id: tenantId,
        id: newId(),
        person_id: personId,
        account_id: accountId,
        title,
        starts_on: dayAgo(1_500),
        ends_on: dayAgo(leftDaysAgo),
        ended_because: "left_company",
      })
      .execute();
    if (role !== null)
      await tx
        .insertInto("buying_role")
        .values({
          tenant_id: tenantId,
          id: newId(),
          account_id: accountId,
          person_id: personId,
          role,
          set_by: manager,
          set_at: `${dayAgo(400)}T02:00:00Z`,
        })
        .execute();
    for (let meeting = 0; meeting < meetings; meeting++)
      await tx
        .insertInto("interaction")
        .values({
          tenant_id: tenantId,
          id: newId(),
          account_id: accountId,
          occurred_on: dayAgo(leftDaysAgo + 14 + meeting * 38),
          kind: meeting % 3 === 0 ? "visit" : "call",
          summary: "例行沟通，核对交付与下期需求。",
          person_ids: [personId],
          our_user_ids: [manager],
          logged_by: manager,
        })
        .execute();
  }
};

/** Gives the resolved signals by key account, for the rescues that were opened for them. */
const savePastWarnings = async ({
  tx,
  tenantId,
  keyAccountIds,
  team,
  dayAgo,
}: Base): Promise<Map<number, string>> => {
  const signalOf = new Map<number, string>();
  for (const warning of pastWarnings) {
    const accountId = keyAccountIds[warning.at];
    if (accountId === undefined) continue;
    const id = newId();
    signalOf.set(warning.at, id);
    const owner = team.managers[warning.at % 4] ?? null;
    const endedOn = dayAgo(warning.endedDaysAgo);
    await tx
      .insertInto("signal")
      .values({
        tenant_id: tenantId,
        id,
        account_id: accountId,
        kind: warning.kind,
        severity: warning.severity,
        status: "resolved",
        reason: JSON.stringify(reasonOf(warning.kind, endedOn)),
        money_at_stake_minor: warning.money * 100,
        owner_user_id: owner,
        first_seen_on: dayAgo(warning.seenDaysAgo),
        last_seen_on: endedOn,
        outcome: warning.outcome,
        outcome_note: warning.note,
        outcome_money_minor: warning.outcome === "false_alarm" ? null : warning.money * 100,
        resolved_by: owner,
        resolved_at: `${endedOn}T06:00:00Z`,
      })
      .execute();
  }
  return signalOf;
};

/** Duties that were missed four months ago or earlier, an account each, and how the warnings of them ended. */
const savePastCadence = async ({ tx, tenantId, dayAgo }: Base): Promise<void> => {
  const { rows } = await sql<{ account_id: string; owner_user_id: string | null; due_on: string }>`
    select distinct on (account_id) account_id, owner_user_id, due_on::text from obligation
    where tenant_id = ${tenantId}::uuid and status = 'missed' and due_on < ${dayAgo(120)}::date
    order by account_id, due_on`.execute(tx);
  for (const [index, { outcome, money, note }] of pastCadence.entries()) {
    const duty = rows[index];
    if (!duty) return;
    const due = dayNumberFromIso(duty.due_on) ?? 0;
    const endedOn = isoFromDayNumber(due + 16);
    await tx
      .insertInto("signal")
      .values({
        tenant_id: tenantId,
        id: newId(),
        account_id: duty.account_id,
        kind: "cadence_missed",
        severity: "act",
        status: "resolved",
        reason: JSON.stringify({
          code: "cycle.cadence_missed",
          params: { duties: 1, kind: "visit", dueOn: duty.due_on, days: 16 },
        }),
        money_at_stake_minor: money * 100,
        owner_user_id: duty.owner_user_id,
        first_seen_on: isoFromDayNumber(due + 4),
        last_seen_on: endedOn,
        outcome,
        outcome_note: note,
        outcome_money_minor: outcome === "false_alarm" ? null : money * 100,
        resolved_by: duty.owner_user_id,
        resolved_at: `${endedOn}T06:00:00Z`,
      })
      .execute();
  }
};

/** What those warnings said in their last days. */
const reasonOf = (kind: string, on: string): { code: string; params: object } => {
  switch (kind) {
    case "contract_ending":
      return { code: "cycle.contract_ending", params: { endsOn: on, days: 30 } };
    case "key_contact_left":
      return {
        code: "cycle.key_contact_left",
        params: { people: 1, person: "", personId: "", endedOn: on, days: 20 },
      };
    case "stance_fell":
      return { code: "cycle.stance_fell", params: { people: 1, lastOn: on } };
    case "handover_overdue":
      return {
        code: "cycle.handover_overdue",
        params: { handovers: 1, seat: "manager", dueOn: on, days: 1 },
      };
    case "order_amount_shrinking":
      return {
        code: "signal.order_amount_shrinking",
        params: {
          recent: { minor: 21_000_000, currency: "CNY" },
          usual: { minor: 34_000_000, currency: "CNY" },
          drop: 0.38,
          months: 6,
        },
      };
    default:
      return {
        code: "signal.silence_too_long",
        params: {
          lastOn: on,
          silenceDays: 74,
          longestGapDays: 52,
          longerThanEver: true,
          probability: 0.62,
        },
      };
  }
};

/** The warning the running rescue was opened for; the next round brings it up to date. */
const saveEndingContract = async ({
  tx,
  tenantId,
  keyAccountIds,
  team,
  dayAgo,
}: Base): Promise<string> => {
  const id = newId();
  const endsIn = demoContractEnds[0];
  const owner = team.managers[0] ?? null;
  await tx
    .insertInto("signal")
    .values({
      tenant_id: tenantId,
      id,
      account_id: keyAccountIds[0] ?? "",
      kind: "contract_ending",
      severity: "act",
      status: "acknowledged",
      reason: JSON.stringify({
        code: "cycle.contract_ending",
        params: { endsOn: dayAgo(-endsIn), days: endsIn },
      }),
      play: "prepare_renewal",
      money_at_stake_minor: 128_000_000,
      owner_user_id: owner,
      acknowledged_by: owner,
      acknowledged_at: `${dayAgo(16)}T02:00:00Z`,
      first_seen_on: dayAgo(154),
      last_seen_on: dayAgo(1),
    })
    .execute();
  return id;
};
