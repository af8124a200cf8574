import { randomUUID } from "node:crypto";
import type { InteractionView, interactions } from "@mainstay/contract/interaction";
import { accountAbilities } from "@mainstay/domain/account/account-policy";
import type { z } from "zod";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { closeHandoversByContact } from "../handover/close-by-contact.ts";
import { meetByContact } from "../obligation/meet-by-contact.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { getSignalView } from "../signal/signal-queries.ts";
import { getInteractionView } from "./interaction-queries.ts";

export type InteractionDraft = z.output<NonNullable<typeof interactions.log.body>>;

/** Logs a contact with an account: its kind, its day (never in the future), who took part, what came of it. */
export const logInteraction = (
  context: Context,
  accountId: string,
  draft: InteractionDraft,
): Promise<InteractionView> =>
  context.write((tx) => saveInteraction(tx, context, accountId, draft));

/** The one way in which a contact comes to be, from whichever form, inside the caller's transaction. */
export const saveInteraction = async (
  tx: Tx,
  context: Context,
  accountId: string,
  draft: InteractionDraft,
  clientRef: string | null = null,
): Promise<InteractionView> => {
  const { tenantId, actor } = context;
  await demandLoggable(tx, context, accountId);
  if (draft.occurredOn > context.today)
    throw new AppError("interaction.in_future", { today: context.today });
  if (draft.signalId) {
    const signal = await getSignalView(tx, actor, draft.signalId);
    if (signal.account.id !== accountId) throw new AppError("signal.not_found");
  }
  const personIds = [...new Set(draft.personIds)];
  await demandPeopleOfAccount(tx, tenantId, accountId, personIds);
  const ourUserIds = [...new Set(draft.ourUserIds ?? [actor.userId])];
  await demandUsers(tx, tenantId, ourUserIds);
  const id = randomUUID();
  await tx
    .insertInto("interaction")
    .values({
      tenant_id: tenantId,
      id,
      account_id: accountId,
      occurred_on: draft.occurredOn,
      kind: draft.kind,
      is_two_way: draft.isTwoWay,
      summary: draft.summary,
      person_ids: personIds,
      our_user_ids: ourUserIds,
      signal_id: draft.signalId ?? null,
      logged_by: actor.userId,
      topic: draft.topic ?? null,
      mood: draft.mood ?? null,
      client_ref: clientRef,
    })
    .execute();
  await recordAudit(
    tx,
    context,
    "interaction.logged",
    { kind: "interaction", id },
    { accountId, kind: draft.kind },
  );
  const { kind, occurredOn, isTwoWay } = draft;
  await meetByContact(tx, context, { interactionId: id, accountId, kind, occurredOn, isTwoWay });
  const contact = { interactionId: id, accountId, occurredOn, isTwoWay, personIds, ourUserIds };
  await closeHandoversByContact(tx, context, contact);
  await enqueueRelationshipRound(tx, tenantId, accountId);
  await enqueueCycleRound(tx, tenantId, accountId);
  return getInteractionView(tx, tenantId, draft.occurredOn, id);
};

/** The account is in the actor's sight and they may log contacts with it. */
export const demandLoggable = async (tx: Tx, context: Context, accountId: string) => {
  const account = await findAccount(tx, context.tenantId, accountId);
  if (!account) throw new AppError("interaction.account_not_found");
  if (!accountAbilities(context.actor, teamOf(account)).logInteraction)
    throw new AppError("access.not_permitted");
};

/** Everybody named has or had a job at the account; `person.not_found` otherwise. */
const demandPeopleOfAccount = async (
  tx: Tx,
  tenantId: string,
  accountId: string,
  personIds: readonly string[],
) => {
  if (personIds.length === 0) return;
  const known = await tx
    .selectFrom("position")
    .select("person_id")
    .distinct()
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("person_id", "in", personIds)
    .execute();
  if (known.length < personIds.length) throw new AppError("person.not_found");
};

/** Whoever of us is named exists in this workspace; `user.not_found` otherwise. */
const demandUsers = async (tx: Tx, tenantId: string, userIds: readonly string[]) => {
  if (userIds.length === 0) return;
  const known = await tx
    .selectFrom("app_user")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "in", userIds)
    .execute();
  if (known.length < userIds.length) throw new AppError("user.not_found");
};
