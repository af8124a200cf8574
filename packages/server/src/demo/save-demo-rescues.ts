import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { avoidedLossMinor } from "@mainstay/domain/rescue/avoided-loss";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { type DemoOffer, type DemoRescue, demoRescues } from "./demo-warnings.ts";
import type { DemoTeam } from "./save-demo-team.ts";

interface DemoWorld {
  readonly tx: Tx;
  readonly tenantId: TenantId;
  readonly team: DemoTeam;
  readonly dayAgo: (days: number) => string;
}

/** Rescues as they were opened, offered, answered and closed; the running one waits for an approval and for an answer. */
export const saveDemoRescues = async (
  tx: Tx,
  tenantId: TenantId,
  keyAccountIds: readonly string[],
  team: DemoTeam,
  today: DayNumber,
  signalOf: ReadonlyMap<number, string>,
): Promise<void> => {
  const world = { tx, tenantId, team, dayAgo: (days: number) => isoFromDayNumber(today - days) };
  for (const rescue of demoRescues) {
    const accountId = keyAccountIds[rescue.at];
    if (accountId === undefined) continue;
    await saveRescue(world, rescue, accountId, signalOf.get(rescue.at) ?? null);
  }
};

const saveRescue = async (
  world: DemoWorld,
  rescue: DemoRescue,
  accountId: string,
  signalId: string | null,
): Promise<void> => {
  const { tx, tenantId, team, dayAgo } = world;
  const id = newId();
  const owner = team.managers[rescue.at % 4] ?? team.sponsor;
  const { closedDaysAgo, shareKept } = rescue;
  const costMinor = rescue.offers
    .filter(({ status }) => status === "accepted")
    .reduce((sum, { cost }) => sum + cost * 100, 0);
  const stakeMinor = rescue.stake * 100;
  const isClosed = closedDaysAgo !== null && shareKept !== null;
  await tx
    .insertInto("rescue")
    .values({
      tenant_id: tenantId,
      id,
      account_id: accountId,
      signal_id: signalId,
      goal: rescue.goal,
      stake_minor: stakeMinor,
      owner_user_id: owner,
      status: rescue.status,
      opened_by: owner,
      opened_on: dayAgo(rescue.openedDaysAgo),
      ...(isClosed && {
        share_kept: shareKept,
        cost_minor: costMinor,
        avoided_loss_minor: avoidedLossMinor({ stakeMinor, shareKept, costMinor }),
        result_note: rescue.note,
        closed_by: owner,
        closed_on: dayAgo(closedDaysAgo),
      }),
    })
    .execute();
  for (const offer of rescue.offers) await saveOffer(world, offer, id, accountId, owner);
  if (!isClosed)
    await tx
      .insertInto("task")
      .values([
        {
          tenant_id: tenantId,
          id: newId(),
          account_id: accountId,
          signal_id: signalId,
          title: "整理两年供货与交付记录，供周总拜访用",
          due_on: dayAgo(-2),
          owner_user_id: owner,
          created_by: owner,
          origin: "rescue",
          origin_id: id,
        },
      ])
      .execute();
};

const saveOffer = async (
  { tx, tenantId, team, dayAgo }: DemoWorld,
  offer: DemoOffer,
  rescueId: string,
  accountId: string,
  owner: string,
): Promise<void> => {
  const id = newId();
  const approvalId = offer.status === "waiting" ? newId() : null;
  const by = offer.kind === "executive_visit" ? team.sponsor : owner;
  await tx
    .insertInto("rescue_offer")
    .values({
      tenant_id: tenantId,
      id,
      rescue_id: rescueId,
      account_id: accountId,
      kind: offer.kind,
      terms: offer.terms,
      cost_minor: offer.cost * 100,
      offered_by: by,
      status: offer.status,
      approval_id: approvalId,
      made_on: offer.madeDaysAgo === null ? null : dayAgo(offer.madeDaysAgo),
      answered_on: offer.answeredDaysAgo === null ? null : dayAgo(offer.answeredDaysAgo),
      answer_note: offer.note,
    })
    .execute();
  if (approvalId === null) return;
  const reason = { code: "approval.rescue_offer", params: { offer: offer.kind, stake: null } };
  await tx
    .insertInto("approval")
    .values({
      tenant_id: tenantId,
      id: approvalId,
      kind: "rescue_offer",
      subject_kind: "rescue_offer",
      subject_id: id,
      account_id: accountId,
      reason: JSON.stringify(reason),
      note: offer.terms,
      amount_minor: offer.cost * 100,
      requested_by: by,
      approver_role: "director",
      due_on: dayAgo(-1),
    })
    .execute();
};
